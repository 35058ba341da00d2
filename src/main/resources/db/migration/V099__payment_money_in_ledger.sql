-- What went back stands in refund and in the ledger. charge_id is what transfers are made from.
ALTER TABLE payment
  DROP COLUMN owed_minor,
  DROP COLUMN refunded_minor,
  DROP COLUMN refund_in_flight_minor,
  DROP COLUMN refunds_refused,
  DROP COLUMN refunds_failed,
  ADD COLUMN charge_id VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
