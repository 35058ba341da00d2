-- When a person deleted their account: nothing of theirs is left in the row, which others' bookings still refer to.
ALTER TABLE account
  ADD COLUMN deleted_at DATETIME(6);
