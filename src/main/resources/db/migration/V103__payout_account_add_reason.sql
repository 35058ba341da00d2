-- Why Stripe keeps an account from working, in Stripe's word, and until when something has to be told it.
ALTER TABLE payout_account
  ADD COLUMN disabled_reason VARCHAR(100),
  ADD COLUMN due_at DATETIME(6);
