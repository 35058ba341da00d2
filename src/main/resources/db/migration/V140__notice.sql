-- What the bell says: the parameters of a sentence, written in the transaction of what it tells. The sentence is the
-- subject of the mail of that kind, whether or not that mail is sent. dedup_key is the mail's. booking_id has no foreign
-- key: within one transaction the notice may be written before the booking itself is.
CREATE TABLE notice (
  id         BINARY(16) NOT NULL,
  dedup_key  VARCHAR(190) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  account_id BINARY(16) NOT NULL,
  kind       VARCHAR(32) NOT NULL,
  as_mentor  BOOLEAN NOT NULL,
  booking_id BINARY(16) NOT NULL,
  other_id   BINARY(16) NOT NULL,
  start_at   DATETIME(6) NOT NULL,
  title      VARCHAR(120) NOT NULL,
  at         DATETIME(6) NOT NULL,
  read_at    DATETIME(6),
  PRIMARY KEY (id),
  UNIQUE KEY notice_dedup (dedup_key),
  KEY notice_of_account (account_id, id),
  KEY notice_unread (account_id, read_at, id),
  KEY notice_booking (booking_id),
  CONSTRAINT notice_reader FOREIGN KEY (account_id) REFERENCES account (id)
);
