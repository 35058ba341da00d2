-- From now on a booking's next moment is a task of its own. Those already agreed get theirs; each asks for the next.
INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)
SELECT 'booking-deadline',
       LOWER(CONCAT(SUBSTR(HEX(id), 1, 8), '-', SUBSTR(HEX(id), 9, 4), '-', SUBSTR(HEX(id), 13, 4), '-',
                    SUBSTR(HEX(id), 17, 4), '-', SUBSTR(HEX(id), 21), '/upgrade')),
       start_at, FALSE, 1
  FROM booking
 WHERE status = 'CONFIRMED';
