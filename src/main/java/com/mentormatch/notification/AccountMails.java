package com.mentormatch.notification;

import com.mentormatch.account.AccountEvent;
import com.mentormatch.account.AccountEvent.Deleted;
import com.mentormatch.account.AccountEvent.EmailChangeRequested;
import com.mentormatch.account.AccountEvent.EmailChanged;
import com.mentormatch.account.AccountEvent.EmailTaken;
import com.mentormatch.account.AccountEvent.PasswordChanged;
import com.mentormatch.account.AccountEvent.PasswordResetRequested;
import com.mentormatch.account.AccountEvent.Restored;
import com.mentormatch.account.AccountEvent.SignUpRepeated;
import com.mentormatch.account.AccountEvent.Suspended;
import com.mentormatch.account.AccountEvent.VerificationRequested;
import com.mentormatch.account.People;
import com.mentormatch.account.Person;
import com.mentormatch.notification.Voice.Voices;
import com.mentormatch.shared.Site;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Mails about an account. Where the address is not yet confirmed the mail names nobody: otherwise anyone could sign up
 * with a stranger's address and have us send that stranger the text typed as a name.
 */
@Component
class AccountMails {

    private static final Duration VERIFY_WITHIN = Duration.ofDays(1);
    private static final Duration RESET_WITHIN = Duration.ofHours(1);

    private final Outbox outbox;
    private final People people;
    private final Voices voices;
    private final Site site;

    AccountMails(Outbox outbox, People people, Voices voices, Site site) {
        this.outbox = outbox;
        this.people = people;
        this.voices = voices;
        this.site = site;
    }

    @EventListener
    void tell(AccountEvent event) {
        var person = people.find(event.account()).orElseThrow();
        outbox.stage(switch (event) {
            case VerificationRequested verify -> verify(verify, voices.to(person));
            case SignUpRepeated repeated -> known(repeated, voices.to(person));
            case PasswordResetRequested reset -> reset(reset, voices.to(person));
            case PasswordChanged changed -> changed(changed, person, voices.to(person));
            case EmailChangeRequested asked -> confirm(asked, voices.to(person));
            case EmailTaken taken -> taken(taken, voices.to(person));
            case EmailChanged moved -> moved(moved, person, voices.to(person));
            case Suspended shut -> standing(MailKind.ACCOUNT_SUSPENDED, shut, "/", person, voices.to(person));
            case Restored open -> standing(MailKind.ACCOUNT_RESTORED, open, "/sign-in", person, voices.to(person));
            case Deleted gone -> gone(gone, person, voices.to(person));
        }, event.at());
        if (event instanceof Deleted gone) {
            outbox.forget(gone.email());
        }
    }

    private Draft verify(VerificationRequested event, Voice voice) {
        var until = event.at().plus(VERIFY_WITHIN);
        var letter = letter(MailKind.VERIFY_ADDRESS, voice).paragraph(voice.say("mail.VERIFY_ADDRESS.why"))
            .action(voice.say("mail.VERIFY_ADDRESS.action"), link("/verify", event.token()))
            .next(voice.say("mail.linkUntil", voice.moment(until)))
            .next(voice.say("mail.VERIFY_ADDRESS.notYou"));
        return new Draft(MailKind.VERIFY_ADDRESS, key(MailKind.VERIFY_ADDRESS, event, event.token()), null,
                event.email(), "", letter.build(), null, until);
    }

    private Draft known(SignUpRepeated event, Voice voice) {
        var letter = letter(MailKind.ADDRESS_KNOWN, voice).paragraph(voice.say("mail.ADDRESS_KNOWN.why"))
            .action(voice.say("mail.ADDRESS_KNOWN.action"), site.at("/sign-in"))
            .next(voice.say("mail.ADDRESS_KNOWN.forgot", site.at("/password/forgot")))
            .next(voice.say("mail.ADDRESS_KNOWN.notYou"));
        return new Draft(MailKind.ADDRESS_KNOWN, key(MailKind.ADDRESS_KNOWN, event, ""), null, event.email(), "",
                letter.build(), null, event.at().plus(VERIFY_WITHIN));
    }

    private Draft reset(PasswordResetRequested event, Voice voice) {
        var until = event.at().plus(RESET_WITHIN);
        var letter = letter(MailKind.RESET_PASSWORD, voice).paragraph(voice.say("mail.RESET_PASSWORD.why"))
            .action(voice.say("mail.RESET_PASSWORD.action"), link("/password/reset", event.token()))
            .next(voice.say("mail.linkUntil", voice.moment(until)))
            .next(voice.say("mail.RESET_PASSWORD.notYou"));
        return new Draft(MailKind.RESET_PASSWORD, key(MailKind.RESET_PASSWORD, event, event.token()), null,
                event.email(), "", letter.build(), null, until);
    }

    private Draft changed(PasswordChanged event, Person person, Voice voice) {
        var letter = letter(MailKind.PASSWORD_CHANGED, voice).greeting(voice.say("mail.greeting", Voice.name(person)))
            .paragraph(voice.say("mail.PASSWORD_CHANGED.when", voice.moment(event.at())))
            .action(voice.say("mail.PASSWORD_CHANGED.action"), site.at("/password/forgot"))
            .next(voice.say("mail.PASSWORD_CHANGED.notYou"));
        return new Draft(MailKind.PASSWORD_CHANGED, key(MailKind.PASSWORD_CHANGED, event, ""), null, person.email(),
                person.name(), letter.build(), null, null);
    }

    private Draft confirm(EmailChangeRequested event, Voice voice) {
        var until = event.at().plus(VERIFY_WITHIN);
        var letter = letter(MailKind.CONFIRM_EMAIL, voice).paragraph(voice.say("mail.CONFIRM_EMAIL.why"))
            .action(voice.say("mail.CONFIRM_EMAIL.action"), link("/account/email/confirmation", event.token()))
            .next(voice.say("mail.linkUntil", voice.moment(until)))
            .next(voice.say("mail.CONFIRM_EMAIL.notYou"));
        return new Draft(MailKind.CONFIRM_EMAIL, key(MailKind.CONFIRM_EMAIL, event, event.token()), null, event.email(),
                "", letter.build(), null, until);
    }

    private Draft taken(EmailTaken event, Voice voice) {
        var letter = letter(MailKind.ADDRESS_TAKEN, voice).paragraph(voice.say("mail.ADDRESS_TAKEN.why"))
            .action(voice.say("mail.ADDRESS_TAKEN.action"), site.at("/sign-in"))
            .next(voice.say("mail.ADDRESS_TAKEN.yours"))
            .next(voice.say("mail.ADDRESS_TAKEN.notYou"));
        return new Draft(MailKind.ADDRESS_TAKEN, key(MailKind.ADDRESS_TAKEN, event, ""), null, event.email(), "",
                letter.build(), null, event.at().plus(VERIFY_WITHIN));
    }

    /** To the address that was left: whoever took the account over cannot read it there. */
    private Draft moved(EmailChanged event, Person person, Voice voice) {
        var letter = letter(MailKind.EMAIL_CHANGED, voice).greeting(voice.say("mail.greeting", Voice.name(person)))
            .paragraph(voice.say("mail.EMAIL_CHANGED.when", voice.moment(event.at())))
            .action(voice.say("mail.EMAIL_CHANGED.action"), site.at("/account"))
            .next(voice.say("mail.EMAIL_CHANGED.notYou"));
        return new Draft(MailKind.EMAIL_CHANGED, key(MailKind.EMAIL_CHANGED, event, ""), null, event.former(),
                person.name(), letter.build(), null, null);
    }

    private Draft gone(Deleted event, Person person, Voice voice) {
        var letter = letter(MailKind.ACCOUNT_DELETED, voice).greeting(voice.say("mail.greeting", Voice.name(person)))
            .paragraph(voice.say("mail.ACCOUNT_DELETED.what"))
            .action(voice.say("mail.ACCOUNT_DELETED.action"), site.at("/sign-up"))
            .next(voice.say("mail.ACCOUNT_DELETED.back"))
            .next(voice.say("mail.ACCOUNT_DELETED.notYou"));
        return new Draft(MailKind.ACCOUNT_DELETED, key(MailKind.ACCOUNT_DELETED, event, ""), null, event.email(),
                person.name(), letter.build(), null, null);
    }

    /** Why is the admins' own affair: what to do about it is to answer. */
    private Draft standing(MailKind kind, AccountEvent event, String path, Person person, Voice voice) {
        var letter = letter(kind, voice).greeting(voice.say("mail.greeting", Voice.name(person)))
            .paragraph(voice.say("mail." + kind + ".what"))
            .action(voice.say("mail." + kind + ".action"), site.at(path))
            .next(voice.say("mail." + kind + ".next"));
        return new Draft(kind, key(kind, event, ""), null, person.email(), person.name(), letter.build(), null, null);
    }

    private static Letter.Builder letter(MailKind kind, Voice voice) {
        return Letter.to(voice.locale())
            .subject(voice.say("mail." + kind + ".subject"))
            .opening(voice.say("mail." + kind + ".opening"))
            .small(voice.say("mail.small.account"));
    }

    /** One mail a token; the token itself is not kept in a column that is never wiped. */
    private static String key(MailKind kind, AccountEvent event, String token) {
        return kind + "/" + event.account().value() + "/"
                + (token.isEmpty()
                        ? instant(event.at())
                        : UUID.nameUUIDFromBytes(token.getBytes(StandardCharsets.UTF_8)));
    }

    private static String instant(Instant at) {
        return at.getEpochSecond() + "." + at.getNano();
    }

    private URI link(String path, String token) {
        return site.at(path + "?token=" + URLEncoder.encode(token, StandardCharsets.UTF_8));
    }
}
