-- A link sent by mail that proves who opens it: only the SHA-256 of its token is kept.
-- return_path is where the person was on the way to when they signed up.
CREATE TABLE account_link (
  token_hash  BINARY(32) NOT NULL,
  account_id  BINARY(16) NOT NULL,
  purpose     VARCHAR(32) NOT NULL,
  return_path VARCHAR(2000),
  expires_at  DATETIME(6) NOT NULL,
  used_at     DATETIME(6),
  created_at  DATETIME(6) NOT NULL,
  PRIMARY KEY (token_hash),
  KEY account_link_account (account_id, purpose),
  CONSTRAINT account_link_owner FOREIGN KEY (account_id) REFERENCES account (id)
);
