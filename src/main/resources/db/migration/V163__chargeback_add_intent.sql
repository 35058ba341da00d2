-- Which of Stripe's payments a bank has claimed, by which its line in a mentor's statement is found: a session may have
-- several tips.
ALTER TABLE chargeback
  ADD COLUMN intent_id VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
