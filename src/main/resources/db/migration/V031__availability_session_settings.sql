-- How windows become slots. A mentor without a row has the defaults. The version is what a second tab is held against.
CREATE TABLE session_settings (
  mentor_id              BINARY(16) NOT NULL,
  buffer_minutes         SMALLINT NOT NULL,
  notice_minutes         INT NOT NULL,
  horizon_days           SMALLINT NOT NULL,
  start_interval_minutes SMALLINT,
  version                INT NOT NULL,
  PRIMARY KEY (mentor_id),
  CONSTRAINT session_settings_mentor FOREIGN KEY (mentor_id) REFERENCES mentor (account_id)
);
