-- What admins decided about a mentor: since when we vouch for who they are, and whether they may offer more than three
-- hours at a time. suspended_published is whether the profile was published when its owner was suspended.
ALTER TABLE mentor
  ADD COLUMN verified_at DATETIME(6),
  ADD COLUMN long_sessions BOOLEAN NOT NULL DEFAULT FALSE,
  ADD COLUMN suspended_published BOOLEAN NOT NULL DEFAULT FALSE;
