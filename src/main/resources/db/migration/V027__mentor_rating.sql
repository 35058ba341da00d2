-- Ratings arrive, recomputed from the reviews: hundredths of a star on average, 0 and 0 while nobody has rated. The words
-- of a profile have a table of their own.
ALTER TABLE mentor
  DROP COLUMN words,
  ADD COLUMN rating_hundredths SMALLINT NOT NULL DEFAULT 0,
  ADD COLUMN rating_count INT NOT NULL DEFAULT 0,
  ADD KEY mentor_rating (listed, rating_hundredths, rating_count, account_id);
