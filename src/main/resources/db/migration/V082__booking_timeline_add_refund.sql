-- What a ruling gives back, in minor units of the price's currency, where an entry is one. The words of a dispute are
-- longer than those of a cancellation.
ALTER TABLE timeline_entry
  MODIFY COLUMN note VARCHAR(1000),
  ADD COLUMN refund_minor BIGINT;
