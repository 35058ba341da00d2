-- How long the mentor has to answer, as it was when it was booked.
ALTER TABLE booking ADD COLUMN answer_hours INT NOT NULL DEFAULT 48;
