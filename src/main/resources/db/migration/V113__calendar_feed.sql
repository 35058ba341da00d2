-- The private calendar somebody subscribes to: 256 random bits in its address, their SHA-256 here. One a person; making
-- another ends the first.
CREATE TABLE calendar_feed (
  account_id BINARY(16) NOT NULL,
  token_hash BINARY(32) NOT NULL,
  made_at    DATETIME(6) NOT NULL,
  PRIMARY KEY (account_id),
  UNIQUE KEY calendar_feed_token (token_hash),
  CONSTRAINT calendar_feed_owner FOREIGN KEY (account_id) REFERENCES account (id)
);
