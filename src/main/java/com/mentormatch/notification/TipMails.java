package com.mentormatch.notification;

import static com.mentormatch.notification.MailKind.TIP;

import com.mentormatch.payment.TipGiven;
import com.mentormatch.shared.PlainText;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A mentor is told of a tip, with what was written to it; the mentee has it confirmed, for the files. */
@Component
class TipMails {

    private final Outbox outbox;
    private final BookedSessions sessions;

    TipMails(Outbox outbox, BookedSessions sessions) {
        this.outbox = outbox;
        this.sessions = sessions;
    }

    @EventListener
    void tell(TipGiven event) {
        var session = sessions.of(event.booking(), event.at());
        for (var side : List.of(session.toMentor(), session.toMentee())) {
            var amount = side.voice().money(event.amount());
            var letter = side.letter(TIP, "good", side.say("mail.TIP.opening." + side.role(), amount, side.otherName()))
                .fact(side.say("mail.fact.amount"), amount);
            side.session(letter);
            if (side.isMentor() && event.message() != null) {
                letter.quote(side.say("mail.wrote", side.otherName()), PlainText.block(event.message(), 500));
            }
            letter
                .action(side.say("mail.TIP.action." + side.role()),
                        side.isMentor() ? side.page() : side.at("/bookings/" + event.booking() + "/receipt"))
                .next(side.say("mail.TIP.next." + side.role()));
            outbox.stage(side.draft(TIP, event.tip().value().toString(), letter, null, null).silentIf(!side.isMentor()),
                    event.at());
        }
    }
}
