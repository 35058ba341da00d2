package com.mentormatch.mentor;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.mentormatch.account.AccountId;
import com.mentormatch.mentor.FreeTimes.Outlook;
import com.mentormatch.shared.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * Lets searches follow the calendars: looks again at whoever has changed since, and at whoever's next start has passed.
 * A change is forgotten only in the transaction that writes what came of it, and what happens meanwhile is another
 * change, so nothing is missed if a node dies in between.
 */
@Component
public class RefreshOpenings {

    static final Duration PACE = Duration.ofSeconds(10);

    private static final int BATCH = 100;

    private final ChangedMentors changed;
    private final Openings openings;
    private final OfferRows offers;
    private final ObjectProvider<FreeTimes> calendars;
    private final PublicVersion version;
    private final Transactions transactions;

    RefreshOpenings(ChangedMentors changed, Openings openings, OfferRows offers, ObjectProvider<FreeTimes> calendars,
            PublicVersion version, Transactions transactions) {
        this.changed = changed;
        this.openings = openings;
        this.offers = offers;
        this.calendars = calendars;
        this.version = version;
        this.transactions = transactions;
    }

    /** Until nothing is left to look at. */
    public void refresh(Instant now) {
        while (batch(now)) {
            // the next hundred
        }
    }

    private boolean batch(Instant now) {
        var changes = changed.some(BATCH);
        var mentors = new LinkedHashSet<AccountId>();
        changes.forEach(change -> mentors.add(change.account()));
        mentors.addAll(openings.stale(BATCH, now));
        if (mentors.isEmpty()) {
            return false;
        }
        var published = offers.published(mentors).values().stream().flatMap(List::stream).toList();
        var outlooks = new HashMap<OfferId, Outlook>();
        calendars.forEach(calendar -> outlooks.putAll(calendar.outlooks(published, Openings.WEEK, now)));
        transactions.run(() -> {
            openings.put(mentors, published, outlooks, now);
            changed.forget(changes);
            if (!changes.isEmpty()) {
                version.step();
            }
        });
        return true;
    }

    @Configuration(proxyBeanMethods = false)
    static class Task {

        @Bean
        RecurringTask<Void> mentorOpenings(RefreshOpenings openings, Clock clock) {
            return Tasks.recurring("mentor-openings", FixedDelay.of(PACE))
                .execute((_, _) -> openings.refresh(clock.instant()));
        }
    }
}
