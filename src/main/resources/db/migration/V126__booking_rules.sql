-- What admins have set about bookings, all of it with each change: the row with the highest version counts. Its key is the
-- rule that of two admins who change at once only one does. While there is none, the operator's settings count.
CREATE TABLE booking_rules (
  version       INT NOT NULL,
  fee_percent   INT NOT NULL,
  answer_hours  INT NOT NULL,
  max_undecided INT NOT NULL,
  max_unpaid    INT NOT NULL,
  tries_an_hour INT NOT NULL,
  admin_id      BINARY(16) NOT NULL,
  reason        VARCHAR(500) NOT NULL,
  at            DATETIME(6) NOT NULL,
  PRIMARY KEY (version),
  CONSTRAINT booking_rules_admin FOREIGN KEY (admin_id) REFERENCES account (id)
);
