package com.mentormatch.notification;

import static com.mentormatch.testing.FormKey.formKey;
import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.account.AccountEvent;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.mentor.OfferTerms;
import com.mentormatch.review.Opinion;
import com.mentormatch.testing.PairTest;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which mails somebody does without, chosen in their account or by one click in a mail (RFC 8058). */
class MailPreferencesTests extends PairTest {

    private static final String REVIEWED = "Mara Mentee reviewed your session";

    @Autowired
    MailPreferences preferences;
    @Autowired
    Notices notices;
    @Autowired
    JdbcClient jdbc;
    private OfferTerms offer;

    @BeforeEach
    void people() {
        offer = market.offer(mentor, 0, Confirmation.INSTANT);
    }

    @Test
    void oneClickStopsMailsOfThatKindAndNoOthers() throws Exception {
        review();
        var mail = reviewed();
        var token = token(mail);
        assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        var parts = (MimeMultipart) mail.getContent();
        for (var part = 0; part < 2; part++) {
            assertThat((String) parts.getBodyPart(part).getContent()).contains("/unsubscribe/" + token);
        }

        for (var twice = 0; twice < 2; twice++) {
            var answer = mvc.post().uri("/unsubscribe/" + token).param("List-Unsubscribe", "One-Click").exchange();
            assertThat(answer).hasStatusOk().bodyText().contains("You get no more mails about new reviews.");
            assertThat(answer.getResponse().getHeader("Set-Cookie")).isNull();
        }
        review();
        assertThat(inbox(mentor).subjects(REVIEWED)).hasSize(1);
        assertThat(notices.list(mentor.id(), null, 9)).extracting(Notices.Row::kind)
            .filteredOn(kind -> kind == MailKind.NEW_REVIEW)
            .hasSize(2);
        assertThat(preferences.off(mentor.id())).containsExactly(MailTopic.REVIEWS);
        assertThat(preferences.off(mentee.id())).isEmpty();
    }

    @Test
    void toLookChangesNothing() throws Exception {
        review();
        var token = token(reviewed());
        assertThat(mvc.get().uri("/unsubscribe/" + token)).hasStatusOk()
            .bodyText()
            .contains("Stop these mails?", "No more mails about new reviews.", "action=\"/unsubscribe/" + token + "\"");
        assertThat(preferences.off(mentor.id())).isEmpty();
    }

    @Test
    void anAddressThatIsNoneStopsNothing() {
        for (var token : new String[]{UUID.randomUUID().toString(), "x".repeat(500)}) {
            assertThat(mvc.get().uri("/unsubscribe/" + token)).hasStatus(404);
            assertThat(mvc.post().uri("/unsubscribe/" + token)).hasStatus(404);
        }
    }

    @Test
    void whatWaitsWhenItIsStoppedIsNotSent() throws Exception {
        review();
        var token = token(reviewed());
        write();
        assertThat(mvc.post().uri("/unsubscribe/" + token)).hasStatusOk();
        assertThat(waiting()).as("written before").contains("NEW_REVIEW");
        tasks.runDue();
        assertThat(inbox(mentor).subjects(REVIEWED)).hasSize(1);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void whatWaitsWhenItIsSwitchedOffIsNotSentAndAllElseIs() throws Exception {
        market.book(mentee, offer);
        write();
        preferences.choose(mentor.id(), List.of(MailTopic.REMINDERS, MailTopic.CONFIRM_REMINDERS));
        assertThat(waiting()).contains("CONFIRMED", "NEW_REVIEW");
        tasks.runDue();
        assertThat(inbox(mentor).subjects(REVIEWED)).isEmpty();
        assertThat(inbox(mentor).subjects("Confirmed: ")).isNotEmpty();
        assertThat(waiting()).isEmpty();
    }

    /** Its link would stop nothing any more. */
    @Test
    void whatCanBeStoppedIsNotSentToWhoeverHasLeft() throws Exception {
        write();
        preferences.forget(new AccountEvent.Deleted(mentor.id(), mentor.email(), clock.instant()));
        tasks.runDue();
        assertThat(inbox(mentor).subjects(REVIEWED)).isEmpty();
    }

    @Test
    void whatIsAgreedIsAlwaysSentAndCannotBeStopped() throws Exception {
        preferences.choose(mentor.id(), List.of());
        market.book(mentee, offer);
        tasks.runDue();
        var mails = inbox(mentor).mails();
        assertThat(mails).hasSize(1);
        assertThat(mails.getFirst().getSubject()).startsWith("Confirmed: ");
        assertThat(mails.getFirst().getHeader("List-Unsubscribe")).isNull();
        assertThat(mails.getFirst().getHeader("List-Unsubscribe-Post")).isNull();
    }

    @Test
    void theyAreChosenInTheAccount() throws Exception {
        assertThat(mvc.get().uri("/account").with(mentor.login())).hasStatusOk().bodyText().contains("/account/mails");
        assertThat(mvc.get().uri("/account/mails").with(mentor.login())).hasStatusOk()
            .bodyText()
            .contains("value=\"REMINDERS\" checked", "value=\"REVIEWS\" checked", "Always sent");
        for (var htmx : new boolean[]{false, true}) {
            var request = mvc.post()
                .uri("/account/mails")
                .param("on", "REMINDERS")
                .with(formKey())
                .with(mentor.login());
            assertThat(htmx ? request.header("HX-Request", "true") : request).hasStatus(htmx ? 204 : 303);
        }
        assertThat(mvc.get().uri("/account/mails").with(mentor.login())).bodyText()
            .contains("value=\"REMINDERS\" checked")
            .doesNotContain("value=\"REVIEWS\" checked");
        review();
        assertThat(inbox(mentor).subjects(REVIEWED)).isEmpty();
        assertThat(mvc.post().uri("/account/mails").param("on", "EVERYTHING").with(formKey()).with(mentor.login()))
            .hasStatus(400);
        mvc.post()
            .uri("/account/mails")
            .param("on", "REVIEWS", "REMINDERS")
            .with(formKey())
            .with(mentor.login())
            .exchange();
        review();
        assertThat(inbox(mentor).subjects(REVIEWED)).hasSize(1);
    }

    private void review() {
        write();
        tasks.runDue();
    }

    /** What tells the mentor waits in the outbox. */
    private void write() {
        deeds.review(mentee, market.completed(mentee, offer), new Opinion(5, "Good.", false));
    }

    private List<String> waiting() {
        return jdbc.sql("SELECT kind FROM mail WHERE recipient = ? AND status = 'WAITING'")
            .param(mentor.email())
            .query(String.class)
            .list();
    }

    private MimeMessage reviewed() throws Exception {
        for (var mail : inbox(mentor).mails()) {
            if (mail.getSubject().equals(REVIEWED)) {
                return mail;
            }
        }
        throw new AssertionError("No mail: " + REVIEWED);
    }

    private static String token(MimeMessage mail) throws Exception {
        var header = mail.getHeader("List-Unsubscribe")[0];
        assertThat(header).matches("<https?://[^>]+/unsubscribe/[\\w-]{43}>");
        return header.replaceAll(".*/|>", "");
    }
}
