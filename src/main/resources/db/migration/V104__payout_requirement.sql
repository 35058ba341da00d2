-- What Stripe still wants to know of a mentor, as it said when last looked at; all of it is replaced each time.
-- problem is Stripe's code for what was wrong with what it was told, reason its own words for it.
CREATE TABLE payout_requirement (
  account_id BINARY(16) NOT NULL,
  field      VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  urgency    VARCHAR(32) NOT NULL,
  problem    VARCHAR(100),
  reason     VARCHAR(500),
  PRIMARY KEY (account_id, field),
  CONSTRAINT payout_requirement_account FOREIGN KEY (account_id) REFERENCES payout_account (account_id)
);
