package com.mentormatch.payment;

import com.mentormatch.booking.BookingId;

/** What a module that payment does not know has to say about a booking a bank disputes. */
public interface Evidence {

    /** Of the file, without an ending: "mails". */
    String name();

    /** Plain text in English, times in UTC; empty where there is nothing. */
    String of(BookingId booking);
}
