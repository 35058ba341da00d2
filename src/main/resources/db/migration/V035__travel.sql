-- Dates on which a mentor's hours are meant by the wall clock of another zone (IANA name).
CREATE TABLE travel (
  id         BINARY(16) NOT NULL,
  mentor_id  BINARY(16) NOT NULL,
  first_date DATE NOT NULL,
  last_date  DATE NOT NULL,
  zone       VARCHAR(64) NOT NULL,
  PRIMARY KEY (mentor_id, id),
  CONSTRAINT travel_mentor FOREIGN KEY (mentor_id) REFERENCES mentor (account_id),
  CONSTRAINT travel_dates CHECK (first_date <= last_date)
);
