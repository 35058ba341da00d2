-- What a mentor sells. The key starts with the mentor: every question about offers is asked about known mentors.
CREATE TABLE offer (
  id                  BINARY(16) NOT NULL,
  mentor_id           BINARY(16) NOT NULL,
  title               VARCHAR(80) NOT NULL,
  kind                VARCHAR(32) NOT NULL,
  minutes             INT NOT NULL,
  price_minor         BIGINT NOT NULL,
  price_currency      VARCHAR(3) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  confirmation        VARCHAR(32) NOT NULL,
  late_refund_percent INT NOT NULL,
  published           BOOLEAN NOT NULL,
  form_token          BINARY(16) NOT NULL,
  created_at          DATETIME(6) NOT NULL,
  version             BIGINT NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY offer_form_token (form_token),
  KEY offer_mentor (mentor_id, published),
  CONSTRAINT offer_mentor FOREIGN KEY (mentor_id) REFERENCES mentor (account_id),
  CONSTRAINT offer_minutes CHECK (minutes BETWEEN 15 AND 480 AND minutes % 15 = 0),
  CONSTRAINT offer_price CHECK (price_minor >= 0),
  CONSTRAINT offer_late_refund CHECK (late_refund_percent IN (0, 50, 100))
);
