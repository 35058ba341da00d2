-- A mentor's account at Stripe, through which they are paid. What stands here is what Stripe said when last looked at.
-- transfers_enabled: money can be moved there; charges_enabled: their paid offers can be booked; payouts_enabled: what is
-- there goes on to their bank.
CREATE TABLE payout_account (
  account_id        BINARY(16) NOT NULL,
  stripe_account_id VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  details_submitted BOOLEAN NOT NULL DEFAULT FALSE,
  charges_enabled   BOOLEAN NOT NULL DEFAULT FALSE,
  transfers_enabled BOOLEAN NOT NULL DEFAULT FALSE,
  payouts_enabled   BOOLEAN NOT NULL DEFAULT FALSE,
  created_at        DATETIME(6) NOT NULL,
  changed_at        DATETIME(6) NOT NULL,
  looked_at         DATETIME(6) NOT NULL,
  PRIMARY KEY (account_id),
  UNIQUE KEY payout_account_stripe (stripe_account_id),
  CONSTRAINT payout_account_account FOREIGN KEY (account_id) REFERENCES account (id)
);
