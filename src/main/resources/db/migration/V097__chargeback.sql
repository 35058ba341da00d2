-- A mentee's bank takes a payment back, or asks whether it should. Amounts are minor units of the currency that was paid.
CREATE TABLE chargeback (
  id           BINARY(16) NOT NULL,
  stripe_id    VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  payment_id   BINARY(16) NOT NULL,
  booking_id   BINARY(16) NOT NULL,
  amount_minor BIGINT NOT NULL,
  currency     VARCHAR(3) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  reason       VARCHAR(64) NOT NULL,
  status       VARCHAR(32) NOT NULL,
  answer_until DATETIME(6),
  opened_at    DATETIME(6) NOT NULL,
  closed_at    DATETIME(6),
  version      INT NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY chargeback_stripe (stripe_id),
  KEY chargeback_payment (payment_id),
  KEY chargeback_booking (booking_id),
  KEY chargeback_status (status, opened_at),
  CONSTRAINT chargeback_payment FOREIGN KEY (payment_id) REFERENCES payment (id)
);
