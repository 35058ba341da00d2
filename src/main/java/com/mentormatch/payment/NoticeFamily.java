package com.mentormatch.payment;

import java.time.Instant;

/** What some of Stripe's messages mean here. What no family concerns is acknowledged and left alone. */
interface NoticeFamily {

    boolean concerns(Notice notice);

    /**
     * Asks Stripe how things stand with what it is about, and acts on that. Called outside any transaction, once or more
     * often, in any order.
     *
     * @param notice says what it is about, and the booking behind it where there is one
     * @return whether that is known here; what is not is parked, for somebody to look at
     */
    boolean work(Notice notice, Instant now);
}
