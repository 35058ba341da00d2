-- The one meeting of a booking: its key is the promise that there is no second. link is null while it follows and once
-- the booking is cancelled. venue_id is the room kept for it at a provider, asked whether there may be one whose id has
-- not arrived, not_before until when nobody else works on it. booking_id has no foreign key: within one transaction
-- the meeting may be written before the booking itself is.
CREATE TABLE meeting (
  booking_id  BINARY(16) NOT NULL,
  mentor_id   BINARY(16) NOT NULL,
  kind        VARCHAR(32) NOT NULL,
  link        VARCHAR(2000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
  passcode    VARCHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
  venue_id    VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
  venue_start DATETIME(6),
  asked       BOOLEAN NOT NULL,
  failures    INT NOT NULL,
  not_before  DATETIME(6),
  version     INT NOT NULL,
  PRIMARY KEY (booking_id),
  KEY meeting_mentor (mentor_id)
);
