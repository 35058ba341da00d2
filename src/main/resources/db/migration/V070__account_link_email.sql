-- The address a link was sent to where it is not the account's own: it becomes the account's once the link is used.
ALTER TABLE account_link
  ADD COLUMN email VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
