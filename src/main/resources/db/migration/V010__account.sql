-- One row a person who can sign in. email is normalised and compares byte by byte; password holds its algorithm;
-- security_stamp changes when every session of the account must end; avatar names the photo's version.
CREATE TABLE account (
  id             BINARY(16) NOT NULL,
  email          VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  name           VARCHAR(100) NOT NULL,
  password       VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  zone           VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  locale         VARCHAR(35) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  role           VARCHAR(32) NOT NULL,
  security_stamp BINARY(16) NOT NULL,
  avatar         VARCHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
  verified_at    DATETIME(6),
  created_at     DATETIME(6) NOT NULL,
  version        BIGINT NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY account_email (email)
);
