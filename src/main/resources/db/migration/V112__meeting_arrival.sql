-- Who went to the room of a session, and when: evidence, never changed. The token names the filling-in of the form, so
-- that a second copy of the same click is no second arrival.
CREATE TABLE arrival (
  booking_id BINARY(16) NOT NULL,
  account_id BINARY(16) NOT NULL,
  token      BINARY(16) NOT NULL,
  at         DATETIME(6) NOT NULL,
  PRIMARY KEY (booking_id, account_id, token),
  CONSTRAINT arrival_booking FOREIGN KEY (booking_id) REFERENCES booking (id)
);
