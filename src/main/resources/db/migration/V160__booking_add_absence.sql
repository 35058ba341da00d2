-- Whether the last ruling says that the mentor did not come.
ALTER TABLE booking ADD COLUMN mentor_absent BOOLEAN NOT NULL DEFAULT FALSE;
