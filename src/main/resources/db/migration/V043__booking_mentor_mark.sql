-- What stands on a mentor's record: a session they had agreed to and cancelled. Never changed.
CREATE TABLE mentor_mark (
  booking_id BINARY(16) NOT NULL,
  kind       VARCHAR(32) NOT NULL,
  mentor_id  BINARY(16) NOT NULL,
  at         DATETIME(6) NOT NULL,
  PRIMARY KEY (booking_id, kind),
  KEY mentor_mark_mentor (mentor_id, at),
  CONSTRAINT mentor_mark_booking FOREIGN KEY (booking_id) REFERENCES booking (id)
);
