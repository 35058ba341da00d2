-- What a mentee says of a session, once a booking. standing is where it is read: LISTED by everybody, PRIVATE by the
-- mentor, HIDDEN by an admin's word, DELETED by its author, of which only the row stays so that there is no second one.
-- form_token lets a double submit find the first.
CREATE TABLE review (
  id            BINARY(16) NOT NULL,
  booking_id    BINARY(16) NOT NULL,
  mentor_id     BINARY(16) NOT NULL,
  author_id     BINARY(16) NOT NULL,
  stars         INT NOT NULL,
  comment       VARCHAR(1000),
  privately     BOOLEAN NOT NULL,
  standing      VARCHAR(32) NOT NULL,
  written_at    DATETIME(6) NOT NULL,
  reply         VARCHAR(1000),
  replied_at    DATETIME(6),
  hidden_reason VARCHAR(500),
  form_token    BINARY(16) NOT NULL,
  version       INT NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY review_booking (booking_id),
  KEY review_of_mentor (mentor_id, standing, id),
  KEY review_of_author (author_id, standing),
  KEY review_standing (standing, id),
  CONSTRAINT review_of_booking FOREIGN KEY (booking_id) REFERENCES booking (id),
  CONSTRAINT review_mentor FOREIGN KEY (mentor_id) REFERENCES mentor (account_id),
  CONSTRAINT review_author FOREIGN KEY (author_id) REFERENCES account (id)
);
