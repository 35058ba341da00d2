-- A part of a transfer that has to come back because money went back to the mentee after it. While one waits, the mentor
-- owes it.
CREATE TABLE transfer_reversal (
  id           BINARY(16) NOT NULL,
  transfer_id  BINARY(16) NOT NULL,
  cause        VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  amount_minor BIGINT NOT NULL,
  moved_minor  BIGINT NOT NULL,
  status       VARCHAR(32) NOT NULL,
  stripe_id    VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
  refusals     INT NOT NULL,
  refusal      VARCHAR(255),
  created_at   DATETIME(6) NOT NULL,
  changed_at   DATETIME(6) NOT NULL,
  version      INT NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY transfer_reversal_cause (transfer_id, cause),
  UNIQUE KEY transfer_reversal_stripe (stripe_id),
  KEY transfer_reversal_status (status, created_at),
  CONSTRAINT transfer_reversal_transfer FOREIGN KEY (transfer_id) REFERENCES transfer (id)
);
