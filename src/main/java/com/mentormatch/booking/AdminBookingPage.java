package com.mentormatch.booking;

/**
 * A booking as an admin sees it who is neither of the two.
 *
 * @param feePercent the platform's share of the price, as it was when it was booked
 * @param cancel     what cancelling gives back; null where it can no longer be cancelled
 */
public record AdminBookingPage(BookingPage page, int feePercent, CancellationTerms cancel) {}
