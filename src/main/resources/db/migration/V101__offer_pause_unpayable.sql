-- Nobody has an account to be paid to yet: what costs something waits for one.
UPDATE offer SET published = FALSE, paused = TRUE, version = version + 1 WHERE published AND price_minor > 0;
