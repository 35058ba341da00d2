-- A mentor's week, by the wall clock of the mentor's zone. Minutes count from midnight of the day; above 1440 they
-- reach into the next day.
CREATE TABLE weekly_window (
  mentor_id    BINARY(16) NOT NULL,
  day          TINYINT NOT NULL,
  start_minute SMALLINT NOT NULL,
  end_minute   SMALLINT NOT NULL,
  PRIMARY KEY (mentor_id, day, start_minute),
  CONSTRAINT weekly_window_mentor FOREIGN KEY (mentor_id) REFERENCES mentor (account_id)
);
