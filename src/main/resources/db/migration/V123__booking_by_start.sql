-- The list of all bookings, the latest start first.
ALTER TABLE booking ADD KEY booking_by_start (start_at, id);
