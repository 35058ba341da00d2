-- The token with which one click stops mails of this kind; null where they are always sent.
ALTER TABLE mail
  ADD COLUMN unsubscribe VARCHAR(43) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
