package com.mentormatch.notification;

import com.mentormatch.account.AccountEvent;
import com.mentormatch.account.AccountEvent.PasswordChanged;
import com.mentormatch.account.AccountEvent.PasswordResetRequested;
import com.mentormatch.account.AccountEvent.SignUpRepeated;
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
        }, event.at());
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
