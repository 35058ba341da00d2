-- The audit log: every act of an admin, written in the transaction of the act. Rows are only ever added: the next two
-- migrations have the database refuse anything else. act and subject_kind are words of the module that acted, subject
-- is what it was done to, as that kind is named in addresses.
CREATE TABLE admin_act (
  id           BINARY(16) NOT NULL,
  admin_id     BINARY(16) NOT NULL,
  act          VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  subject_kind VARCHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  subject      VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  reason       VARCHAR(500) NOT NULL,
  at           DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  KEY admin_act_at (at, id),
  KEY admin_act_admin (admin_id, at, id),
  KEY admin_act_act (act, at, id),
  KEY admin_act_subject (subject_kind, subject, at, id),
  CONSTRAINT admin_act_admin FOREIGN KEY (admin_id) REFERENCES account (id)
);
