package com.mentormatch.payment;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A mentor can be paid from now on: what waited for that follows at once, however often Stripe has said no before. */
@Component
class SendWhatIsOwed {

    private final Transfers transfers;
    private final PaymentTasks tasks;

    SendWhatIsOwed(Transfers transfers, PaymentTasks tasks) {
        this.transfers = transfers;
        this.tasks = tasks;
    }

    @EventListener
    void on(PayoutsEnabled event) {
        transfers.waitingFor(event.mentor())
            .forEach(transfer -> tasks.hurry(PaymentTasks.TRANSFER, transfer, event.at()));
    }
}
