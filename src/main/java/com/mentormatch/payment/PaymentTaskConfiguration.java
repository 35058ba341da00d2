package com.mentormatch.payment;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import com.mentormatch.booking.BookingId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is done when {@link PaymentTasks} asks for it, and what is done now and then without being asked for. */
@Configuration(proxyBeanMethods = false)
class PaymentTaskConfiguration {

    private final Clock clock;

    PaymentTaskConfiguration(Clock clock) {
        this.clock = clock;
    }

    @Bean
    OneTimeTask<Void> paymentCapture(CapturePayment capture) {
        return asked(PaymentTasks.CAPTURE, (booking, now) -> capture.capture(new BookingId(booking), now));
    }

    @Bean
    OneTimeTask<Void> paymentRelease(ReleasePayment release) {
        return asked(PaymentTasks.RELEASE, (booking, now) -> release.release(new BookingId(booking), now));
    }

    @Bean
    OneTimeTask<Void> paymentRefund(SendRefund refund) {
        return asked(PaymentTasks.REFUND, refund::send);
    }

    @Bean
    OneTimeTask<Void> paymentTransfer(SendTransfer transfer) {
        return asked(PaymentTasks.TRANSFER, transfer::send);
    }

    @Bean
    OneTimeTask<Void> paymentReversal(SendReversal reversal) {
        return asked(PaymentTasks.REVERSAL, reversal::send);
    }

    @Bean
    OneTimeTask<Void> paymentSettle(SettlePayment settle) {
        return asked(PaymentTasks.SETTLE, (booking, now) -> settle.settle(new BookingId(booking), now));
    }

    @Bean
    OneTimeTask<Void> paymentNotice(WorkNotice notice) {
        return asked(PaymentTasks.NOTICE, notice::work);
    }

    private OneTimeTask<Void> asked(TaskDescriptor<Void> task, BiConsumer<UUID, Instant> work) {
        return Tasks.oneTime(task)
            .onFailure(PaymentTasks.again())
            .execute((row, _) -> work.accept(UUID.fromString(row.getId()), clock.instant()));
    }

    /** Five minutes after the last time: what a lost message left is found well within a quarter of an hour. */
    @Bean
    RecurringTask<Void> paymentReconcile(Reconcile reconcile) {
        return unasked(PaymentTasks.RECONCILE, FixedDelay.of(Reconcile.PACE), reconcile::reconcile);
    }

    @Bean
    RecurringTask<Void> paymentTips(ReconcileTips tips) {
        return unasked(PaymentTasks.TIPS, FixedDelay.of(Reconcile.PACE), tips::reconcile);
    }

    @Bean
    RecurringTask<Void> paymentAccounts(ReconcileAccounts accounts) {
        return unasked(PaymentTasks.ACCOUNTS, FixedDelay.of(ReconcileAccounts.PACE), accounts::reconcile);
    }

    @Bean
    RecurringTask<Void> paymentFetchNotices(FetchNotices fetch) {
        return Tasks.recurring(PaymentTasks.FETCH, FixedDelay.of(FetchNotices.PACE))
            .execute((_, run) -> fetch.fetch(run.getExecution().lastSuccess, clock.instant()));
    }

    /** When fewest people are about. UTC. */
    @Bean
    RecurringTask<Void> paymentReconcileAll(ReconcileAll reconcile) {
        return unasked(PaymentTasks.RECONCILE_ALL, new Daily(ZoneOffset.UTC, LocalTime.of(3, 0)), reconcile::reconcile);
    }

    private RecurringTask<Void> unasked(String task, Schedule schedule, Consumer<Instant> work) {
        return Tasks.recurring(task, schedule).execute((_, _) -> work.accept(clock.instant()));
    }
}
