-- Whose account at Stripe a message is about: null for the platform's own, else a mentor's.
ALTER TABLE stripe_event
  ADD COLUMN account_id VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
