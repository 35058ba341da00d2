-- One attempt to pay for a booking: one Checkout at Stripe and what became of it. Never rewritten backwards.
-- looked_at is when Stripe was last asked; late is money that came when the booking could no longer be had.
CREATE TABLE payment (
  id                 BINARY(16) NOT NULL,
  booking_id         BINARY(16) NOT NULL,
  attempt            INT NOT NULL,
  amount_minor       BIGINT NOT NULL,
  amount_currency    VARCHAR(3) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  on_hold            BOOLEAN NOT NULL,
  status             VARCHAR(32) NOT NULL,
  late               BOOLEAN NOT NULL,
  session_id         VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
  session_page       VARCHAR(2000),
  session_expires_at DATETIME(6) NOT NULL,
  intent_id          VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
  card               VARCHAR(40),
  created_at         DATETIME(6) NOT NULL,
  changed_at         DATETIME(6) NOT NULL,
  looked_at          DATETIME(6) NOT NULL,
  version            INT NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY payment_attempt (booking_id, attempt),
  UNIQUE KEY payment_session (session_id),
  UNIQUE KEY payment_intent (intent_id),
  KEY payment_open (status, looked_at),
  CONSTRAINT payment_booking FOREIGN KEY (booking_id) REFERENCES booking (id)
);
