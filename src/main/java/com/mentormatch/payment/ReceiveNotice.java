package com.mentormatch.payment;

import com.mentormatch.shared.Transactions;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Takes a message from Stripe in: once by its event id, with the work it asks for, in one transaction. What the message
 * means is found out afterwards.
 */
@Component
public class ReceiveNotice {

    private final StripeEvents inbox;
    private final List<NoticeFamily> families;
    private final PaymentTasks tasks;
    private final Transactions transactions;

    ReceiveNotice(StripeEvents inbox, List<NoticeFamily> families, PaymentTasks tasks, Transactions transactions) {
        this.inbox = inbox;
        this.families = families;
        this.tasks = tasks;
        this.transactions = transactions;
    }

    /** @return false where this message had come before */
    public boolean receive(Notice notice, Instant now) {
        return transactions.run(() -> {
            if (inbox.has(notice.event())) {
                return false;
            }
            var concerns = families.stream().anyMatch(family -> family.concerns(notice));
            var row = inbox.add(notice, concerns ? null : StripeEvents.Outcome.IGNORED, now);
            if (concerns) {
                tasks.notice(row, now);
            }
            return true;
        });
    }
}
