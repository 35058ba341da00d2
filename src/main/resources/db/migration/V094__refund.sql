-- One amount of a payment that goes back, in minor units. A payment may have any number, never more than was paid. cause
-- is the command that decided it; refusals counts the definite noes, each followed by another try under a key of its own.
CREATE TABLE refund (
  id           BINARY(16) NOT NULL,
  payment_id   BINARY(16) NOT NULL,
  booking_id   BINARY(16) NOT NULL,
  amount_minor BIGINT NOT NULL,
  currency     VARCHAR(3) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  reason       VARCHAR(32) NOT NULL,
  cause        VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  status       VARCHAR(32) NOT NULL,
  stripe_id    VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
  refusals     INT NOT NULL,
  refusal      VARCHAR(255),
  created_at   DATETIME(6) NOT NULL,
  changed_at   DATETIME(6) NOT NULL,
  version      INT NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY refund_cause (payment_id, cause),
  UNIQUE KEY refund_stripe (stripe_id),
  KEY refund_status (status, created_at),
  KEY refund_booking (booking_id),
  CONSTRAINT refund_payment FOREIGN KEY (payment_id) REFERENCES payment (id)
);
