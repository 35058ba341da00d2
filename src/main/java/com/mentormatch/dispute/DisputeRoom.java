package com.mentormatch.dispute;

import com.mentormatch.booking.BookingPage;
import com.mentormatch.booking.SentMails.SentMail;
import com.mentormatch.shared.Amount;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything an admin needs to decide, on one page.
 *
 * @param came    who went to the room; empty where nobody did
 * @param mails   what was written to the two
 * @param ruledBy the name of the admin who ruled last; null where nobody has
 * @param ready   whether it can be decided: the other side has answered, or its time is over
 * @param own     whether it is about a booking of this admin's own
 * @param given   what has gone back already, by a first ruling or whatever else; no ruling gives less
 */
public record DisputeRoom(BookingPage page, List<Came> came, List<SentMail> mails, @Nullable String ruledBy,
        boolean ready, boolean own, Amount given) {

    /**
     * @param late whether it was after the session had begun
     */
    public record Came(String name, Instant first, int times, boolean late) {}

    public boolean toDecide() {
        return ready && !own;
    }

    /** As the last ruling says, where there was one. */
    public boolean mentorAbsent() {
        var ruling = page.booking().ruling();
        return ruling != null && ruling.mentorAbsent();
    }

    public Amount price() {
        return page.booking().price();
    }
}
