package com.mentormatch.payment;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.mentormatch.booking.BookingId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Asks for durable work, in the transaction that makes it necessary. A task's name says what, its instance is the id of
 * the row it is about; there is nothing else in it. Asking again for what is already asked for changes nothing.
 */
@Component
class PaymentTasks {

    static final TaskDescriptor<Void> CAPTURE = TaskDescriptor.of("payment-capture");
    static final TaskDescriptor<Void> RELEASE = TaskDescriptor.of("payment-release");
    static final TaskDescriptor<Void> REFUND = TaskDescriptor.of("payment-refund");
    static final TaskDescriptor<Void> TRANSFER = TaskDescriptor.of("payment-transfer");
    static final TaskDescriptor<Void> REVERSAL = TaskDescriptor.of("payment-reversal");
    static final TaskDescriptor<Void> SETTLE = TaskDescriptor.of("payment-settle");
    static final TaskDescriptor<Void> NOTICE = TaskDescriptor.of("payment-notice");
    static final String RECONCILE = "payment-reconcile";
    static final String RECONCILE_ALL = "payment-reconcile-all";
    static final String TIPS = "payment-tips";
    static final String ACCOUNTS = "payment-accounts";
    static final String FETCH = "payment-fetch-notices";

    private static final Logger log = LoggerFactory.getLogger(PaymentTasks.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final Duration LONGEST_PAUSE_AFTER_NO = Duration.ofHours(6);

    private final ObjectProvider<SchedulerClient> scheduler;

    PaymentTasks(ObjectProvider<SchedulerClient> scheduler) {
        this.scheduler = scheduler;
    }

    /** Take the authorised money. */
    void capture(BookingId booking, Instant at) {
        stage(CAPTURE, booking.value(), at);
    }

    /** Ask Stripe to give an amount back. */
    void refund(UUID refund, Instant at) {
        stage(REFUND, refund, at);
    }

    /** Move a mentor's share to them. */
    void transfer(UUID transfer, Instant at) {
        stage(TRANSFER, transfer, at);
    }

    /** Take a part of it back. */
    void reversal(UUID reversal, Instant at) {
        stage(REVERSAL, reversal, at);
    }

    /** The booking is over: set free what is reserved, and close what is still open. */
    void release(BookingId booking, Instant at) {
        stage(RELEASE, booking.value(), at);
    }

    /** Ask Stripe how things stand. */
    void settle(BookingId booking, Instant at) {
        stage(SETTLE, booking.value(), at);
    }

    /** Work on a message in the inbox. */
    void notice(UUID row, Instant at) {
        stage(NOTICE, row, at);
    }

    /** At once, however long the pause it is in. One that runs this moment is left alone. */
    void hurry(TaskDescriptor<Void> task, UUID row, Instant at) {
        var instance = task.instance(row.toString()).build();
        try {
            if (!scheduler.getObject().scheduleIfNotExists(instance, at)) {
                scheduler.getObject().reschedule(instance, at);
            }
        } catch (TaskInstanceCurrentlyExecutingException underWay) {
            log.info("{} runs already", instance);
        }
    }

    private void stage(TaskDescriptor<Void> task, UUID row, Instant at) {
        scheduler.getObject().scheduleIfNotExists(task.instance(row.toString()).build(), at);
    }

    /**
     * Tried again for as long as it takes: after 2 s, 4 s, 8 s … and from then on every ten minutes, or every six hours
     * where Stripe has said no.
     */
    static FailureHandler<Void> again() {
        return (failed, operations) -> {
            var failures = failed.getExecution().consecutiveFailures;
            var longest = failed.getCause().filter(StillRefused.class::isInstance).isPresent()
                    ? LONGEST_PAUSE_AFTER_NO
                    : LONGEST_PAUSE;
            var pause = Duration.ofSeconds(2L << Math.min(failures, 14));
            pause = pause.compareTo(longest) > 0 ? longest : pause;
            log.warn("{} failed {} times, again in {} s: {}", failed.getExecution().taskInstance, failures + 1,
                    pause.toSeconds(), failed.getCause().map(Throwable::toString).orElse("unknown"));
            operations.reschedule(failed, failed.getTimeDone().plus(pause));
        };
    }
}
