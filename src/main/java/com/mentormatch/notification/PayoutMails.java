package com.mentormatch.notification;

import static com.mentormatch.notification.MailKind.PAYOUTS_PAUSED;
import static com.mentormatch.notification.MailKind.PAYOUT_FAILED;

import com.mentormatch.account.People;
import com.mentormatch.notification.Voice.Voices;
import com.mentormatch.payment.PayoutEvent;
import com.mentormatch.payment.PayoutEvent.Failed;
import com.mentormatch.payment.PayoutEvent.Restricted;
import com.mentormatch.shared.PlainText;
import com.mentormatch.shared.Site;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What a mentor is told when something keeps their money from them. */
@Component
class PayoutMails {

    private final Outbox outbox;
    private final People people;
    private final Voices voices;
    private final Site site;

    PayoutMails(Outbox outbox, People people, Voices voices, Site site) {
        this.outbox = outbox;
        this.people = people;
        this.voices = voices;
        this.site = site;
    }

    @EventListener
    void tell(PayoutEvent event) {
        var voice = voices.to(people.find(event.mentor()).orElseThrow());
        outbox.stage(switch (event) {
            case Restricted paused -> draft(PAYOUTS_PAUSED,
                    paused.mentor() + "/" + paused.at().getEpochSecond() + "." + paused.at().getNano(), voice,
                    letter(PAYOUTS_PAUSED, voice));
            case Failed failed -> draft(PAYOUT_FAILED, failed.payout(), voice, failed(failed, voice));
        }, event.at());
    }

    private Letter.Builder failed(Failed event, Voice voice) {
        var letter = letter(PAYOUT_FAILED, voice).fact(voice.say("mail.fact.amount"), voice.money(event.amount()));
        if (event.reason() != null) {
            letter.fact(voice.say("mail.fact.reason"), PlainText.line(event.reason(), 200));
        }
        return letter;
    }

    private Letter.Builder letter(MailKind kind, Voice voice) {
        return Letter.to(voice.locale())
            .subject(voice.say("mail." + kind + ".subject"))
            .state("wait", voice.say("mail." + kind + ".state"))
            .greeting(voice.say("mail.greeting", Voice.name(voice.reader())))
            .opening(voice.say("mail." + kind + ".opening"))
            .paragraph(voice.say("mail." + kind + ".what"))
            .action(voice.say("mail." + kind + ".action"), site.at("/mentor/payouts"))
            .next(voice.say("mail." + kind + ".next"))
            .small(voice.say("mail.small.account"));
    }

    private static Draft draft(MailKind kind, String which, Voice voice, Letter.Builder letter) {
        return new Draft(kind, kind + "/" + which, null, voice.reader().email(), voice.reader().name(), letter.build(),
                null, null);
    }
}
