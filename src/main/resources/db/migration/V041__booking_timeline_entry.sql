-- Everything that happened to a booking, in order; never changed afterwards. actor_id is null where time or Stripe
-- acted. token names the filling-in of the form that asked, so that its second copy finds the first.
CREATE TABLE timeline_entry (
  id         BINARY(16) NOT NULL,
  booking_id BINARY(16) NOT NULL,
  at         DATETIME(6) NOT NULL,
  actor_id   BINARY(16),
  status     VARCHAR(32) NOT NULL,
  act        VARCHAR(32) NOT NULL,
  note       VARCHAR(500),
  token      BINARY(16),
  PRIMARY KEY (id),
  UNIQUE KEY timeline_entry_token (token),
  KEY timeline_entry_booking (booking_id, at),
  CONSTRAINT timeline_entry_booking FOREIGN KEY (booking_id) REFERENCES booking (id)
);
