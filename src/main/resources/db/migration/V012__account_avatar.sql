-- Photos as this product wrote them, never as they were uploaded.
CREATE TABLE account_avatar (
  account_id BINARY(16) NOT NULL,
  version    VARCHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  image      MEDIUMBLOB NOT NULL,
  PRIMARY KEY (account_id),
  CONSTRAINT account_avatar_owner FOREIGN KEY (account_id) REFERENCES account (id)
);
