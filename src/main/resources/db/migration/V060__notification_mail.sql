-- The outbox: a mail is written in the transaction of what it tells, and sent later. Ids rise with time: the order of
-- a recipient's mails is the order of their ids. What was asked for twice has the same dedup_key and is written once.
-- booking_id has no foreign key: within one transaction the mail may be written before the booking itself is.
CREATE TABLE mail (
  id             BINARY(16) NOT NULL,
  dedup_key      VARCHAR(190) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  kind           VARCHAR(32) NOT NULL,
  booking_id     BINARY(16),
  recipient      VARCHAR(320) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  recipient_name VARCHAR(200) CHARACTER SET utf8mb4 NOT NULL,
  subject        VARCHAR(300) CHARACTER SET utf8mb4 NOT NULL,
  text_part      MEDIUMTEXT CHARACTER SET utf8mb4,
  html_part      MEDIUMTEXT CHARACTER SET utf8mb4,
  method         VARCHAR(32),
  invitation     MEDIUMBLOB,
  status         VARCHAR(32) NOT NULL,
  staged_at      DATETIME(6) NOT NULL,
  stale_at       DATETIME(6),
  tries          INT NOT NULL,
  claimed_until  DATETIME(6),
  done_at        DATETIME(6),
  failure        VARCHAR(500) CHARACTER SET utf8mb4,
  PRIMARY KEY (id),
  UNIQUE KEY mail_dedup (dedup_key),
  KEY mail_waiting (recipient, status, id),
  KEY mail_status (status, staged_at),
  KEY mail_booking (booking_id)
);
