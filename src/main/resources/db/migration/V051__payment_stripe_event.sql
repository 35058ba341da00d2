-- Inbox of Stripe's messages, each once by its event id; the body, which holds personal data, is not kept.
-- outcome is null while it waits to be worked on. booking_id is what the message says and may be nobody's.
CREATE TABLE stripe_event (
  id          BINARY(16) NOT NULL,
  event_id    VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  type        VARCHAR(100) NOT NULL,
  api_version VARCHAR(40),
  object_id   VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
  booking_id  BINARY(16),
  received_at DATETIME(6) NOT NULL,
  worked_at   DATETIME(6),
  outcome     VARCHAR(32),
  PRIMARY KEY (id),
  UNIQUE KEY stripe_event_event (event_id),
  KEY stripe_event_outcome (outcome, received_at)
);
