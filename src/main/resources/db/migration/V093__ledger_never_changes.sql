-- What is wrong in the ledger is put right by another entry.
CREATE TRIGGER ledger_entry_never_changes BEFORE UPDATE ON ledger_entry FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The ledger is only added to';
CREATE TRIGGER ledger_entry_never_goes BEFORE DELETE ON ledger_entry FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The ledger is only added to';
CREATE TRIGGER ledger_line_never_changes BEFORE UPDATE ON ledger_line FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The ledger is only added to';
CREATE TRIGGER ledger_line_never_goes BEFORE DELETE ON ledger_line FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The ledger is only added to';
