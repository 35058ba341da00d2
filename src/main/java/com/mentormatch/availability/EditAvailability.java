package com.mentormatch.availability;

import com.mentormatch.account.AccountId;
import com.mentormatch.shared.Transactions;
import org.springframework.stereotype.Component;

/** A mentor saves the week and the session settings, as a whole. Booked sessions stay as they are. */
@Component
public class EditAvailability {

    public sealed interface Result {}

    public record Saved() implements Result {}

    /** Somebody saved since this version was read, probably the mentor in another tab. */
    public record Stale() implements Result {}

    private final Schedules schedules;
    private final Transactions transactions;

    EditAvailability(Schedules schedules, Transactions transactions) {
        this.schedules = schedules;
        this.transactions = transactions;
    }

    public Schedule current(AccountId mentor) {
        return schedules.of(mentor);
    }

    /** @param schedule with the version it was read at; its windows must not overlap each other */
    public Result save(AccountId mentor, Schedule schedule) {
        var windows = schedule.windows();
        for (var i = 0; i < windows.size(); i++) {
            for (var j = i + 1; j < windows.size(); j++) {
                if (windows.get(i).overlaps(windows.get(j))) {
                    throw new IllegalArgumentException("Windows overlap: " + windows.get(i) + ", " + windows.get(j));
                }
            }
        }
        return transactions.run(() -> schedules.save(mentor, schedule)) ? new Saved() : new Stale();
    }
}
