-- A profile makes an account a mentor. name, zone and words repeat what is told elsewhere so that a search needs no
-- other table; skills and languages are the lists as the mentor ordered them, one a line.
CREATE TABLE mentor (
  account_id          BINARY(16) NOT NULL,
  slug                VARCHAR(80) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  headline            VARCHAR(120) NOT NULL,
  about               TEXT NOT NULL,
  experience          TEXT NOT NULL,
  session_description TEXT NOT NULL,
  website             VARCHAR(500) NOT NULL,
  skills              VARCHAR(1000) NOT NULL,
  languages           VARCHAR(300) NOT NULL,
  published           BOOLEAN NOT NULL,
  listed              BOOLEAN NOT NULL DEFAULT FALSE,
  name                VARCHAR(200) NOT NULL,
  zone                VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  words               TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  created_at          DATETIME(6) NOT NULL,
  updated_at          DATETIME(6) NOT NULL,
  version             BIGINT NOT NULL,
  PRIMARY KEY (account_id),
  UNIQUE KEY mentor_slug (slug),
  KEY mentor_listing (listed, created_at, account_id),
  FULLTEXT KEY mentor_words (words),
  CONSTRAINT mentor_account FOREIGN KEY (account_id) REFERENCES account (id)
);
