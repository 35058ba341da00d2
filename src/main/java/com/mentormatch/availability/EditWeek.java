package com.mentormatch.availability;

import com.mentormatch.account.AccountId;
import com.mentormatch.account.EditAccount;
import com.mentormatch.account.People;
import com.mentormatch.shared.Transactions;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * A mentor changes the usual week, its zone or the session settings. Booked sessions stay as they are; where one would
 * fall outside, it is shown first and nothing is saved. Source: product.md, "Availability".
 */
@Component
public class EditWeek {

    public sealed interface Result {}

    public record Saved() implements Result {}

    /** Since it was read somebody saved another week, probably the mentor in another tab. */
    public record Changed(Week stored) implements Result {}

    /** Sessions fall outside that the mentor has not been told of. */
    public record LeavesOut(PreviewAvailability.Preview preview) implements Result {}

    private final Schedules schedules;
    private final PreviewAvailability preview;
    private final People people;
    private final EditAccount accounts;
    private final Transactions transactions;

    EditWeek(Schedules schedules, PreviewAvailability preview, People people, EditAccount accounts,
            Transactions transactions) {
        this.schedules = schedules;
        this.preview = preview;
        this.people = people;
        this.accounts = accounts;
        this.transactions = transactions;
    }

    public Week current(AccountId mentor) {
        return Week.of(schedules.of(mentor), people.find(mentor).orElseThrow().zone());
    }

    /**
     * The same once more is saved as well.
     *
     * @param read the stamp of the week that was changed into this one
     * @param told pages of the sessions the mentor has seen would fall outside, and leaves as they are
     * @throws IllegalArgumentException when windows overlap
     */
    public Result save(AccountId mentor, Week week, @Nullable String read, Set<String> told, Instant now) {
        return transactions.run(() -> {
            var schedule = schedules.of(mentor);
            var stored = Week.of(schedule, people.find(mentor).orElseThrow().zone());
            if (stored.equals(week) && schedule.version() > 0) {
                return new Saved();
            }
            if (!stored.stamp().equals(read)) {
                return new Changed(stored);
            }
            var wanted = week.in(schedule);
            var shown = preview.of(mentor, wanted, week.zone(), now);
            if (shown.surprises(told)) {
                return new LeavesOut(shown);
            }
            if (!schedules.save(mentor, wanted)) {
                throw new OptimisticLockingFailureException("Saved at this moment by somebody else");
            }
            if (!stored.zone().equals(week.zone())) {
                accounts.move(mentor, week.zone(), now);
            }
            return new Saved();
        });
    }
}
