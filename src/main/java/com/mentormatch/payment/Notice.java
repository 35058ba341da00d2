package com.mentormatch.payment;

import com.mentormatch.booking.BookingId;
import org.jspecify.annotations.Nullable;

/**
 * A message from Stripe whose signature is good. It says where to look, never what is true: the truth is fetched.
 *
 * @param object  Stripe's id of the thing it is about; null where the message does not say
 * @param booking as written into that thing by us; null where it does not say
 * @param account Stripe's id of the mentor's account in which it happened; null for the platform's own
 */
public record Notice(String event, String type, @Nullable String apiVersion, @Nullable String object,
        @Nullable BookingId booking, @Nullable String account) {

    Notice about(String found) {
        return new Notice(event, type, apiVersion, found, booking, account);
    }

    Notice of(BookingId found) {
        return new Notice(event, type, apiVersion, object, found, account);
    }
}
