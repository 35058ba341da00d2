package com.mentormatch.payment;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.mentormatch.booking.BookingId;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PaymentTaskConfiguration {

    @Bean
    OneTimeTask<Void> paymentCapture(CapturePayment capture, Clock clock) {
        return Tasks.oneTime(PaymentTasks.CAPTURE)
            .onFailure(PaymentTasks.again())
            .execute((task, _) -> capture.capture(BookingId.valueOf(task.getId()), clock.instant()));
    }

    @Bean
    OneTimeTask<Void> paymentRelease(ReleasePayment release, Clock clock) {
        return Tasks.oneTime(PaymentTasks.RELEASE)
            .onFailure(PaymentTasks.again())
            .execute((task, _) -> release.release(BookingId.valueOf(task.getId()), clock.instant()));
    }

    @Bean
    OneTimeTask<Void> paymentRefund(SendRefund refund, Clock clock) {
        return Tasks.oneTime(PaymentTasks.REFUND)
            .onFailure(PaymentTasks.again())
            .execute((task, _) -> refund.send(UUID.fromString(task.getId()), clock.instant()));
    }

    @Bean
    OneTimeTask<Void> paymentTransfer(SendTransfer transfer, Clock clock) {
        return Tasks.oneTime(PaymentTasks.TRANSFER)
            .onFailure(PaymentTasks.again())
            .execute((task, _) -> transfer.send(UUID.fromString(task.getId()), clock.instant()));
    }

    @Bean
    OneTimeTask<Void> paymentReversal(SendReversal reversal, Clock clock) {
        return Tasks.oneTime(PaymentTasks.REVERSAL)
            .onFailure(PaymentTasks.again())
            .execute((task, _) -> reversal.send(UUID.fromString(task.getId()), clock.instant()));
    }

    @Bean
    OneTimeTask<Void> paymentSettle(SettlePayment settle, Clock clock) {
        return Tasks.oneTime(PaymentTasks.SETTLE)
            .onFailure(PaymentTasks.again())
            .execute((task, _) -> settle.settle(BookingId.valueOf(task.getId()), clock.instant()));
    }

    @Bean
    OneTimeTask<Void> paymentNotice(WorkNotice work, Clock clock) {
        return Tasks.oneTime(PaymentTasks.NOTICE)
            .onFailure(PaymentTasks.again())
            .execute((task, _) -> work.work(UUID.fromString(task.getId()), clock.instant()));
    }

    /** Five minutes after the last time: what a lost message left is found well within a quarter of an hour. */
    @Bean
    RecurringTask<Void> paymentReconcile(Reconcile reconcile, Clock clock) {
        return Tasks.recurring(PaymentTasks.RECONCILE, FixedDelay.of(Reconcile.PACE))
            .execute((_, _) -> reconcile.reconcile(clock.instant()));
    }

    @Bean
    RecurringTask<Void> paymentFetchNotices(FetchNotices fetch, Clock clock) {
        return Tasks.recurring(PaymentTasks.FETCH, FixedDelay.of(FetchNotices.PACE))
            .execute((_, _) -> fetch.fetch(clock.instant()));
    }

    /** When fewest people are about. UTC. */
    @Bean
    RecurringTask<Void> paymentReconcileAll(ReconcileAll reconcile, Clock clock) {
        return Tasks.recurring(PaymentTasks.RECONCILE_ALL, new Daily(ZoneOffset.UTC, LocalTime.of(3, 0)))
            .execute((_, _) -> reconcile.reconcile(clock.instant()));
    }
}
