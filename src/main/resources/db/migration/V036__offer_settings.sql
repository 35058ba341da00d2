-- Where an offer differs from its mentor's session settings; null means it does not. The limits count this offer alone.
CREATE TABLE offer_settings (
  mentor_id              BINARY(16) NOT NULL,
  offer_id               BINARY(16) NOT NULL,
  buffer_minutes         SMALLINT,
  notice_minutes         INT,
  horizon_days           SMALLINT,
  start_interval_minutes SMALLINT,
  most_a_day             SMALLINT,
  most_a_week            SMALLINT,
  PRIMARY KEY (mentor_id, offer_id),
  CONSTRAINT offer_settings_offer FOREIGN KEY (offer_id) REFERENCES offer (id)
);
