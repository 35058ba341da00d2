-- Where a share comes from: the payment of a session, or a tip.
ALTER TABLE transfer
  ADD COLUMN tip_id BINARY(16),
  ADD UNIQUE KEY transfer_tip (tip_id),
  ADD CONSTRAINT transfer_tip FOREIGN KEY (tip_id) REFERENCES tip (id);
