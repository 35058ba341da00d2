-- Where a mentor meets people; without a row it is a generated room. The link is the mentor's own and shown to nobody.
CREATE TABLE meeting_place (
  mentor_id  BINARY(16) NOT NULL,
  kind       VARCHAR(32) NOT NULL,
  link       VARCHAR(500) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
  changed_at DATETIME(6) NOT NULL,
  PRIMARY KEY (mentor_id),
  CONSTRAINT meeting_place_mentor FOREIGN KEY (mentor_id) REFERENCES mentor (account_id)
);
