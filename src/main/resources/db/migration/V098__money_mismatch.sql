-- What Stripe says of a payment and what we say, where they differ and it is not clear what to do about it. One row while
-- it lasts; cleared_at is when the two agreed again, or an admin had looked into it.
CREATE TABLE money_mismatch (
  id         BINARY(16) NOT NULL,
  kind       VARCHAR(32) NOT NULL,
  subject    VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  booking_id BINARY(16) NOT NULL,
  ours       VARCHAR(255) NOT NULL,
  theirs     VARCHAR(255) NOT NULL,
  found_at   DATETIME(6) NOT NULL,
  seen_at    DATETIME(6) NOT NULL,
  cleared_at DATETIME(6),
  accepted   BOOLEAN NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY money_mismatch_subject (kind, subject),
  KEY money_mismatch_open (cleared_at, found_at)
);
