-- Somebody thinks that a review should not stand there. settled_at: an admin has looked at it, whatever came of it.
CREATE TABLE review_report (
  review_id   BINARY(16) NOT NULL,
  reporter_id BINARY(16) NOT NULL,
  reason      VARCHAR(500) NOT NULL,
  at          DATETIME(6) NOT NULL,
  settled_at  DATETIME(6),
  form_token  BINARY(16) NOT NULL,
  PRIMARY KEY (review_id, reporter_id),
  KEY review_report_open (settled_at, review_id),
  CONSTRAINT review_report_review FOREIGN KEY (review_id) REFERENCES review (id),
  CONSTRAINT review_report_reporter FOREIGN KEY (reporter_id) REFERENCES account (id)
);
