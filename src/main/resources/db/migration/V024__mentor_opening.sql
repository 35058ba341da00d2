-- What a search knows of calendars: when an offer can be booked next, and at which quarter hours of the UTC day it can
-- within a week (a bit each: early from 00:00, late from 12:00). A hint for finding and sorting, looked at again from
-- stale_at on; what a page shows is computed when it is shown. The year 9999 stands for never.
CREATE TABLE offer_opening (
  offer_id   BINARY(16) NOT NULL,
  next_start DATETIME(6) NOT NULL DEFAULT '9999-12-31 00:00:00',
  early      BIGINT NOT NULL DEFAULT 0,
  late       BIGINT NOT NULL DEFAULT 0,
  stale_at   DATETIME(6) NOT NULL DEFAULT '1970-01-01 00:00:00',
  PRIMARY KEY (offer_id),
  KEY offer_opening_next (next_start, offer_id),
  KEY offer_opening_stale (stale_at),
  CONSTRAINT offer_opening_offer FOREIGN KEY (offer_id) REFERENCES offer (id)
);
