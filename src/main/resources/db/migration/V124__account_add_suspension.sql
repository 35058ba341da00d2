-- Since when an admin keeps the person out; null for everybody else.
ALTER TABLE account ADD COLUMN suspended_at DATETIME(6);
