-- Which mails somebody does without, of those they can. token is what one click in such a mail proves itself with; it
-- can do nothing else, and lives as long as the account.
CREATE TABLE mail_preference (
  account_id BINARY(16) NOT NULL,
  topic      VARCHAR(32) NOT NULL,
  is_off     BOOLEAN NOT NULL,
  token      VARCHAR(43) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  PRIMARY KEY (account_id, topic),
  UNIQUE KEY mail_preference_token (token),
  CONSTRAINT mail_preference_account FOREIGN KEY (account_id) REFERENCES account (id)
);
