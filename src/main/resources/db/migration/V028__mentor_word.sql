-- Which words a mentor is found by, folded by us so that every server finds the same: no stop words, no least length, no
-- collation. The weight says where the word stands: 4 name, 3 skill, 2 headline, 1 the rest.
CREATE TABLE mentor_word (
  word      VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  mentor_id BINARY(16) NOT NULL,
  weight    TINYINT NOT NULL,
  PRIMARY KEY (word, mentor_id),
  KEY mentor_word_mentor (mentor_id, word, weight),
  CONSTRAINT mentor_word_mentor FOREIGN KEY (mentor_id) REFERENCES mentor (account_id)
);
