CREATE TRIGGER admin_act_never_changes BEFORE UPDATE ON admin_act FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The audit log is only added to';
