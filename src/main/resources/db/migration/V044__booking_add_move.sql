-- Another time one of the two has proposed, while the other may answer; its cells are in hold, with proposal_until as
-- their end. refund_lost: it was moved when a full refund was no longer to be had; refund_granted: the mentee declined a
-- time of the mentor's and may cancel for all of the money.
ALTER TABLE booking
  ADD COLUMN proposal_by VARCHAR(32),
  ADD COLUMN proposal_start DATETIME(6),
  ADD COLUMN proposal_end DATETIME(6),
  ADD COLUMN proposal_at DATETIME(6),
  ADD COLUMN proposal_until DATETIME(6),
  ADD COLUMN proposal_note VARCHAR(500),
  ADD COLUMN moves INT NOT NULL DEFAULT 0,
  ADD COLUMN direct_moves INT NOT NULL DEFAULT 0,
  ADD COLUMN refund_lost BOOLEAN NOT NULL DEFAULT FALSE,
  ADD COLUMN refund_granted BOOLEAN NOT NULL DEFAULT FALSE;
