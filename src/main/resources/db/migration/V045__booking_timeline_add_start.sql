-- The start an entry is about, where it is about another time: proposed, declined, moved to.
ALTER TABLE timeline_entry ADD COLUMN start_at DATETIME(6);
