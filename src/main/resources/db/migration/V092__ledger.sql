-- The ledger: every movement of money, written once and never changed. An entry names its cause: the thing of Stripe's or
-- the command of ours that it is about, which with the kind of movement is unique, so nothing is written twice. Its lines
-- add up to zero; positive is what there is more of, negative what is due to somebody. Amounts are minor units.
CREATE TABLE ledger_entry (
  id         BINARY(16) NOT NULL,
  movement   VARCHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  cause      VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  booking_id BINARY(16) NOT NULL,
  payment_id BINARY(16),
  mentor_id  BINARY(16) NOT NULL,
  currency   VARCHAR(3) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  at         DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY ledger_entry_cause (movement, cause),
  KEY ledger_entry_booking (booking_id, at),
  KEY ledger_entry_payment (payment_id),
  KEY ledger_entry_mentor (mentor_id, currency, at),
  KEY ledger_entry_at (at),
  CONSTRAINT ledger_entry_booking FOREIGN KEY (booking_id) REFERENCES booking (id),
  CONSTRAINT ledger_entry_payment FOREIGN KEY (payment_id) REFERENCES payment (id),
  CONSTRAINT ledger_entry_mentor FOREIGN KEY (mentor_id) REFERENCES account (id)
);
CREATE TABLE ledger_line (
  entry_id     BINARY(16) NOT NULL,
  account      VARCHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  amount_minor BIGINT NOT NULL,
  PRIMARY KEY (entry_id, account),
  CONSTRAINT ledger_line_entry FOREIGN KEY (entry_id) REFERENCES ledger_entry (id),
  CONSTRAINT ledger_line_amount CHECK (amount_minor <> 0)
);
