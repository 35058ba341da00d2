-- At most so many sessions a day and a week; null where a mentor set no limit.
ALTER TABLE session_settings
  ADD COLUMN most_a_day SMALLINT,
  ADD COLUMN most_a_week SMALLINT;
