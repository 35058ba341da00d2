-- How many listed reviews of each kind a mentor has, counted anew from them by whoever changes one; the row is also what
-- two such changes take turns at.
CREATE TABLE review_tally (
  mentor_id BINARY(16) NOT NULL,
  stars1    INT NOT NULL,
  stars2    INT NOT NULL,
  stars3    INT NOT NULL,
  stars4    INT NOT NULL,
  stars5    INT NOT NULL,
  PRIMARY KEY (mentor_id),
  CONSTRAINT review_tally_mentor FOREIGN KEY (mentor_id) REFERENCES mentor (account_id)
);
