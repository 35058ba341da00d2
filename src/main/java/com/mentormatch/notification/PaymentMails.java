package com.mentormatch.notification;

import static com.mentormatch.notification.MailKind.HOLD_EXPIRED;
import static com.mentormatch.notification.MailKind.PAY_AGAIN;
import static com.mentormatch.notification.MailKind.RECEIPT;
import static com.mentormatch.notification.MailKind.REFUNDED;

import com.mentormatch.payment.PaymentEvent;
import com.mentormatch.payment.PaymentEvent.Authorised;
import com.mentormatch.payment.PaymentEvent.CaptureFailed;
import com.mentormatch.payment.PaymentEvent.Paid;
import com.mentormatch.payment.PaymentEvent.Refunded;
import com.mentormatch.payment.PaymentEvent.Voided;
import com.mentormatch.payment.RefundReason;
import com.mentormatch.shared.PlainText;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What the two are told of the money. What a decline or an expiry does to it stands in the mail that tells of those. */
@Component
class PaymentMails {

    private final Outbox outbox;
    private final BookedSessions sessions;

    PaymentMails(Outbox outbox, BookedSessions sessions) {
        this.outbox = outbox;
        this.sessions = sessions;
    }

    @EventListener
    void tell(PaymentEvent event) {
        switch (event) {
            case Authorised _ -> {
                // Told with the request that it pays for.
            }
            case Paid paid -> receipt(paid);
            case Voided voided when voided.late() && !stands(voided) -> tooLate(voided);
            case Voided _ -> {
                // Told with the decline, or the expiry, that caused it; of one too many there is nothing to tell.
            }
            case Refunded refunded when refunded.reason() == RefundReason.CANCELLED
                    || refunded.reason() == RefundReason.RULING -> {
                // Told with the cancellation or the ruling that gave it back.
            }
            case Refunded refunded -> refunded(refunded);
            case CaptureFailed failed -> payAgain(failed);
        }
    }

    private boolean stands(Voided event) {
        return sessions.of(event.booking(), event.at()).booking().status().holdsTime();
    }

    private void receipt(Paid event) {
        var side = sessions.of(event.booking(), event.at()).toMentee();
        var amount = side.voice().money(event.amount());
        var letter = side
            .letter(RECEIPT, "good",
                    side.say("mail.RECEIPT.opening", amount,
                            Voice.isolated(PlainText.line(side.booking().offerTitle(), 80)), side.otherName()))
            .fact(side.say("mail.fact.paid"), amount,
                    event.card() == null ? List.of() : List.of(PlainText.line(event.card(), 60)))
            .fact(side.say("mail.fact.paidOn"), side.voice().date(event.at()));
        side.session(letter);
        letter.fact(side.say("mail.fact.reference"), event.payment().value().toString())
            .action(side.say("mail.RECEIPT.action"), side.page())
            .next(side.say("mail.RECEIPT.keep"));
        stage(event, side, event.payment().value(), RECEIPT, letter);
    }

    /** The mentor had said yes, and was told that the card is being charged. */
    private void payAgain(CaptureFailed event) {
        var session = sessions.of(event.booking(), event.at());
        for (var side : List.of(session.toMentee(), session.toMentor())) {
            var until = side.voice().moment(event.until());
            var letter = side
                .letter(PAY_AGAIN, "wait", side.say("mail.PAY_AGAIN.opening." + side.role(), until, side.otherName()))
                .paragraph(side.say("mail.PAY_AGAIN.why." + side.role(), side.otherName()))
                .action(side.say("mail.PAY_AGAIN.action." + side.role(), side.price()), side.page())
                .next(side.say("mail.PAY_AGAIN.next." + side.role(), side.otherName()));
            side.facts(letter);
            outbox.stage(side.draft(PAY_AGAIN, event.payment().value().toString(), letter, null, event.until()),
                    event.at());
        }
    }

    /** The card was good for it when the time was no longer free. */
    private void tooLate(Voided event) {
        var side = sessions.of(event.booking(), event.at()).toMentee();
        givenBack(event, side, event.payment().value(), "voided");
    }

    /** The mentee of each refund once, of however many; the mentor of those that make their share smaller. */
    private void refunded(Refunded event) {
        var session = sessions.of(event.booking(), event.at());
        switch (event.reason()) {
            case LATE -> givenBack(event, session.toMentee(), event.refund(),
                    session.booking().cancellation() == null ? "late" : "refunded");
            case TWICE -> givenBack(event, session.toMentee(), event.refund(), "twice");
            case CANCELLED, RULING, ADMIN, AT_STRIPE -> {
                givenBack(event, session.toMentee(), event.refund(), "refunded");
                givenBack(event, session.toMentor(), event.refund(), "corrected");
            }
        }
    }

    /**
     * @param which tells this mail from others of its kind about the booking
     * @param how   the end of the messages' keys
     */
    private void givenBack(PaymentEvent event, BookedSession.Side side, UUID which, String how) {
        outbox.supersede(event.booking().value(), List.of(HOLD_EXPIRED), event.at());
        var amount = side.voice().money(event.amount());
        var letter = side.letter(REFUNDED, "info", side.say("mail.REFUNDED.opening." + how, amount, side.otherName()))
            .paragraph(side.say("mail.REFUNDED.why." + how, side.otherName()))
            .next(side.say("mail.REFUNDED.next." + how, amount));
        if (how.equals("late") || how.equals("voided")) {
            letter.action(side.say("mail.otherTimes", side.otherName()), side.profile());
        } else {
            letter.action(side.say("mail.REFUNDED.action"), side.page());
        }
        if (!how.equals("late")) {
            letter.state("info", side.say("mail.REFUNDED.state." + (how.equals("voided") ? how : "refunded")));
        }
        side.facts(letter);
        stage(event, side, which, REFUNDED, letter);
    }

    private void stage(PaymentEvent event, BookedSession.Side side, UUID which, MailKind kind, Letter.Builder letter) {
        outbox.stage(side.draft(kind, which.toString(), letter, null, null), event.at());
    }
}
