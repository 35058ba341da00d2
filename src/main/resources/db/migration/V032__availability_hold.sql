-- Who is taken when: one row a person and quarter hour of UTC. The primary key is the rule that nobody is ever in two
-- bookings at once. A hold past its expiry no longer counts and gives way to the next one who asks.
CREATE TABLE hold (
  account_id BINARY(16) NOT NULL,
  cell       INT NOT NULL,
  booking_id BINARY(16) NOT NULL,
  expires_at DATETIME(6),
  PRIMARY KEY (account_id, cell),
  KEY hold_booking (booking_id)
);
