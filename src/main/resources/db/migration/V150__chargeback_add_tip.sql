-- A bank takes back what was paid for a session, or a tip: a chargeback has one of the two.
ALTER TABLE chargeback
  MODIFY payment_id BINARY(16),
  ADD COLUMN tip_id BINARY(16),
  ADD KEY chargeback_tip (tip_id),
  ADD CONSTRAINT chargeback_tip FOREIGN KEY (tip_id) REFERENCES tip (id);
