-- What went from a mentor's account at Stripe on to their bank, as Stripe says. arrives_at is the day it is expected.
CREATE TABLE payout (
  id               BINARY(16) NOT NULL,
  account_id       BINARY(16) NOT NULL,
  stripe_payout_id VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  amount_minor     BIGINT NOT NULL,
  amount_currency  VARCHAR(3) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  status           VARCHAR(32) NOT NULL,
  failure_code     VARCHAR(100),
  failure_message  VARCHAR(500),
  created_at       DATETIME(6) NOT NULL,
  arrives_at       DATETIME(6) NOT NULL,
  looked_at        DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY payout_stripe (stripe_payout_id),
  KEY payout_of_account (account_id, created_at),
  CONSTRAINT payout_account FOREIGN KEY (account_id) REFERENCES payout_account (account_id)
);
