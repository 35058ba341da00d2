-- When Stripe was last asked about an account, whatever came of it, and what it said where it refused to answer. asked_at
-- is empty where it never was, refusal where the last question was answered.
ALTER TABLE payout_account
  ADD COLUMN asked_at DATETIME(6),
  ADD COLUMN refusal VARCHAR(255);
