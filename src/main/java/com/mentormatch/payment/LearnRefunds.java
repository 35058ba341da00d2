package com.mentormatch.payment;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Writes down what Stripe said about refunds: those we asked for, and those somebody made at Stripe by hand. One that was
 * done can still fail days later, and is then owed again. Called under the payment's lock.
 */
@Component
class LearnRefunds {

    private final Refunds refunds;
    private final OweRefund owe;
    private final Ledger ledger;
    private final MentorShare share;
    private final PaymentTasks tasks;
    private final ApplicationEventPublisher events;

    LearnRefunds(Refunds refunds, OweRefund owe, Ledger ledger, MentorShare share, PaymentTasks tasks,
            ApplicationEventPublisher events) {
        this.refunds = refunds;
        this.owe = owe;
        this.ledger = ledger;
        this.share = share;
        this.tasks = tasks;
        this.events = events;
    }

    void learn(Payment payment, Snapshot snapshot, Instant now) {
        for (var back : snapshot.refunds()) {
            known(payment, back, now).ifPresent(refund -> learn(payment, refund, back, now));
        }
    }

    private Optional<Refund> known(Payment payment, Snapshot.Back back, Instant now) {
        var ours = back.refund() == null ? Optional.<Refund>empty() : refunds.findById(back.refund());
        if (ours.isPresent()) {
            return ours.filter(refund -> refund.payment().equals(payment.id()));
        }
        var found = refunds.findByPaymentAndCause(payment.id(), back.id());
        return found.isPresent() || back.state() == Snapshot.Back.State.FAILED ? found : byHand(payment, back, now);
    }

    /**
     * What was made by hand takes the place of one Stripe refused, or of one that leaves too little for both; else it is
     * one more, as long as so much is left. More than that is for people to look at.
     */
    private Optional<Refund> byHand(Payment payment, Snapshot.Back back, Instant now) {
        var kept = ledger.of(payment.id()).kept();
        var instead = refunds.owed(payment.id())
            .stream()
            .filter(owed -> owed.amount().minor() >= back.minor() && (owed.attempt() > 1 || back.minor() > kept))
            .findFirst();
        if (instead.isPresent()) {
            instead.get().reduce(back.minor(), now);
            return Optional.of(refunds.save(new Refund(payment, back.minor(), instead.get().reason(), back.id(), now)));
        }
        return back.minor() > kept
                ? Optional.empty()
                : Optional.of(owe.owe(payment, back.minor(), RefundReason.AT_STRIPE, back.id(), now));
    }

    private void learn(Payment payment, Refund refund, Snapshot.Back back, Instant now) {
        switch (back.state()) {
            case UNDER_WAY -> {
                if (refund.status() == Refund.Status.OWED) {
                    refund.underWay(back.id(), now);
                }
            }
            case DONE -> {
                if (refund.status() != Refund.Status.DONE) {
                    refund.done(back.id(), now);
                    move(payment, Movement.REFUNDED, refund, back, now);
                    events.publishEvent(new PaymentEvent.Refunded(payment.booking(), payment.id(), refund.id(),
                            refund.amount(), refund.reason(), now));
                }
            }
            case FAILED -> {
                if (current(refund, back)) {
                    if (refund.status() == Refund.Status.DONE) {
                        move(payment, Movement.REFUND_FAILED, refund, back, now);
                    }
                    refund.refused("Stripe could not carry it out", now);
                    paidByBank(payment, refund, now);
                    tasks.refund(refund.id(), now);
                }
            }
        }
    }

    /** What a bank has kept beyond what was left is what this refund was to give. */
    private void paidByBank(Payment payment, Refund refund, Instant now) {
        var standing = ledger.of(payment.id());
        var part = standing.disputed() > 0 ? 0 : Math.min(refund.amount().minor(), standing.twice());
        if (part > 0) {
            var cause = refund.id() + " " + refund.attempt();
            share.write(payment, Movement.REFUND_DROPPED, cause,
                    Map.of(LedgerAccount.REFUNDS, part, LedgerAccount.CHARGEBACKS, -part), now);
            share.bear(payment, -part, cause, now);
            refund.reduce(part, now);
        }
    }

    /** Whether it is this try that failed, and not an earlier one that was asked for again. */
    private static boolean current(Refund refund, Snapshot.Back back) {
        return refund.stripe() == null ? back.attempt() == refund.attempt() : back.id().equals(refund.stripe());
    }

    private void move(Payment payment, Movement movement, Refund refund, Snapshot.Back back, Instant now) {
        var minor = movement == Movement.REFUNDED ? refund.amount().minor() : -refund.amount().minor();
        share.write(payment, movement, back.id(), Map.of(LedgerAccount.REFUNDS, minor, LedgerAccount.STRIPE, -minor),
                now);
    }
}
