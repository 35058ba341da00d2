-- What of a payment is to go back and what has gone back, in minor units. The counts are of definite noes: a refund that
-- Stripe refused, and one it took and that failed afterwards; each is followed by another try under a key of its own.
ALTER TABLE payment
  ADD COLUMN owed_minor BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN refunded_minor BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN refund_in_flight_minor BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN refunds_refused INT NOT NULL DEFAULT 0,
  ADD COLUMN refunds_failed INT NOT NULL DEFAULT 0;
