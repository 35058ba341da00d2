-- An offer its mentor has published but that cannot be sold while its mentor cannot be paid. published then says FALSE:
-- whatever asks what can be seen and booked goes on asking that column alone.
ALTER TABLE offer ADD COLUMN paused BOOLEAN NOT NULL DEFAULT FALSE;
