-- Who cancelled and why, and what the mentee gets back of the price, in minor units: the amount shown before the click.
-- paid_at is when the money was charged; a mentee may think again for half an hour after it.
ALTER TABLE booking
  ADD COLUMN paid_at DATETIME(6),
  ADD COLUMN cancelled_by VARCHAR(32),
  ADD COLUMN cancel_reason VARCHAR(500),
  ADD COLUMN refund_minor BIGINT;
