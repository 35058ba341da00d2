package com.mentormatch.availability;

import com.mentormatch.account.AccountId;
import com.mentormatch.shared.Transactions;
import org.springframework.stereotype.Component;

/** A mentor changes when sessions can be booked. Booked sessions stay as they are. */
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

    /**
     * @param schedule with the version it was read at
     * @throws IllegalArgumentException when windows or travels overlap, or there are too many of something
     */
    public Result save(AccountId mentor, Schedule schedule) {
        schedule.check();
        return transactions.run(() -> schedules.save(mentor, schedule)) ? new Saved() : new Stale();
    }
}
