-- What is different from the usual week on certain dates. Hours are minutes after midnight, "540-720,840-1080"; of a
-- block the first number belongs to the first date and the second to the last.
CREATE TABLE dated_exception (
  id         BINARY(16) NOT NULL,
  mentor_id  BINARY(16) NOT NULL,
  kind       VARCHAR(16) NOT NULL,
  first_date DATE NOT NULL,
  last_date  DATE NOT NULL,
  hours      VARCHAR(600) NOT NULL,
  note       VARCHAR(80) NOT NULL,
  PRIMARY KEY (mentor_id, id),
  CONSTRAINT dated_exception_mentor FOREIGN KEY (mentor_id) REFERENCES mentor (account_id),
  CONSTRAINT dated_exception_dates CHECK (first_date <= last_date)
);
