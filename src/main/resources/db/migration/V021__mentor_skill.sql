-- Who can be found by which skill. skill is the folded form two spellings share, label is as typed.
CREATE TABLE mentor_skill (
  skill     VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  mentor_id BINARY(16) NOT NULL,
  label     VARCHAR(60) NOT NULL,
  PRIMARY KEY (skill, mentor_id),
  KEY mentor_skill_mentor (mentor_id),
  CONSTRAINT mentor_skill_mentor FOREIGN KEY (mentor_id) REFERENCES mentor (account_id)
);
