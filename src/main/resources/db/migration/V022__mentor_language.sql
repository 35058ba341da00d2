-- Who can be found by which language (BCP 47).
CREATE TABLE mentor_language (
  language  VARCHAR(35) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  mentor_id BINARY(16) NOT NULL,
  PRIMARY KEY (language, mentor_id),
  KEY mentor_language_mentor (mentor_id),
  CONSTRAINT mentor_language_mentor FOREIGN KEY (mentor_id) REFERENCES mentor (account_id)
);
