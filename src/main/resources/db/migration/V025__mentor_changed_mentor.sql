-- Whom public pages may have something new to say about: written with the change, a new row each time so that nobody
-- waits for anybody, and gone once what searches know has followed. No foreign key: it would lock the mentor's row.
CREATE TABLE changed_mentor (
  id         BIGINT NOT NULL AUTO_INCREMENT,
  account_id BINARY(16) NOT NULL,
  PRIMARY KEY (id)
);
