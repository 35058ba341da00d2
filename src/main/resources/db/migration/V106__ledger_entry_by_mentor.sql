-- A mentor's statement is read by time, the latest first.
ALTER TABLE ledger_entry ADD KEY ledger_entry_statement (mentor_id, at, id);
