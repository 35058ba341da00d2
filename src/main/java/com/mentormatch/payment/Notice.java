package com.mentormatch.payment;

import com.mentormatch.booking.BookingId;

/**
 * A message from Stripe whose signature is good. It says where to look, never what is true: the truth is fetched.
 *
 * @param object  Stripe's id of the thing it is about
 * @param booking as written into that thing by us; null where it does not say
 */
public record Notice(String event, String type, String apiVersion, String object, BookingId booking) {}
