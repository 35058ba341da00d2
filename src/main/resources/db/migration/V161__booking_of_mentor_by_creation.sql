-- All that a mentor's record is counted from: every profile shows it, and no booking itself has to be read for it.
ALTER TABLE booking ADD KEY booking_record (mentor_id, created_at, status, confirmation, accepted_at, ever_authorised,
  price_minor, deadline);
