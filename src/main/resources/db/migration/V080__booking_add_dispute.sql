-- What one of the two complains of while it waits for an admin's ruling, and the last ruling there was: what the mentee
-- gets back, in minor units, why, by whom (null where nobody contested a report) and when. appealed: it was the second one,
-- or is about to be. The words of both sides stand in timeline_entry. The key is the admins' queue.
ALTER TABLE booking
  ADD COLUMN complaint_by VARCHAR(32),
  ADD COLUMN complaint_at DATETIME(6),
  ADD COLUMN complaint_until DATETIME(6),
  ADD COLUMN complaint_answered_at DATETIME(6),
  ADD COLUMN ruling_refund_minor BIGINT,
  ADD COLUMN ruling_reason VARCHAR(1000),
  ADD COLUMN ruled_by BINARY(16),
  ADD COLUMN ruled_at DATETIME(6),
  ADD COLUMN appealed BOOLEAN NOT NULL DEFAULT FALSE,
  ADD KEY booking_complaint (complaint_until, id);
