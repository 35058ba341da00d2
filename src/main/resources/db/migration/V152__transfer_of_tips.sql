-- So far only the cause said which tip it was.
UPDATE transfer SET tip_id = UNHEX(REPLACE(SUBSTRING(cause, 5), '-', '')) WHERE cause LIKE 'tip %';
