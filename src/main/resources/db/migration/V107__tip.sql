-- What a mentee gives on top of a session that is over: one Checkout each, as many as they like. status is PENDING, PAID
-- or VOIDED; form_token is the rule that one filling-in of the form makes one tip. Minor units.
CREATE TABLE tip (
  id                 BINARY(16) NOT NULL,
  form_token         BINARY(16) NOT NULL,
  booking_id         BINARY(16) NOT NULL,
  mentor_id          BINARY(16) NOT NULL,
  mentee_id          BINARY(16) NOT NULL,
  amount_minor       BIGINT NOT NULL,
  amount_currency    VARCHAR(3) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  message            VARCHAR(500),
  status             VARCHAR(32) NOT NULL,
  session_id         VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
  session_page       VARCHAR(2000),
  session_expires_at DATETIME(6) NOT NULL,
  created_at         DATETIME(6) NOT NULL,
  changed_at         DATETIME(6) NOT NULL,
  looked_at          DATETIME(6) NOT NULL,
  version            INT NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY tip_form_token (form_token),
  UNIQUE KEY tip_session (session_id),
  KEY tip_of_booking (booking_id, changed_at),
  KEY tip_of_mentee (mentee_id, status),
  KEY tip_open (status, looked_at),
  CONSTRAINT tip_booking FOREIGN KEY (booking_id) REFERENCES booking (id),
  CONSTRAINT tip_amount CHECK (amount_minor > 0)
);
