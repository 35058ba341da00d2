package com.mentormatch.notification;

import static com.mentormatch.testing.FormKey.formKey;
import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.mentor.Confirmation;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.Ids;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.Cast;
import com.mentormatch.testing.IntegrationTest;
import com.mentormatch.testing.Market;
import com.mentormatch.testing.TestClock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

/** Mails that failed, sent again or given up by an admin. */
@IntegrationTest
class OutboxDoorTests {

    @Autowired
    MockMvcTester mvc;
    @Autowired
    Cast cast;
    @Autowired
    Market market;
    @Autowired
    AdminMails mails;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TestClock clock;

    private Actor admin;
    private UUID mail;

    @BeforeEach
    void failed() {
        admin = cast.admin();
        mail = mail("FAILED", "Hello", null);
    }

    /** What failed in one test would be a matter in all later ones. */
    @AfterEach
    void gone() {
        jdbc.sql("DELETE FROM mail WHERE subject = ?").param(subject()).update();
    }

    @Test
    void whatFailedNeedsSomebodyAndSaysWhy() {
        assertThat(mails.matters(1000, clock.instant())).anySatisfy(matter -> {
            assertThat(matter.words()).contains(subject());
            assertThat(matter.href()).endsWith("#mail-" + mail);
        });
        assertThat(list("FAILED")).hasStatusOk().bodyText().contains(subject(), "550 no such mailbox", "Send again");
        assertThat(list("WAITING")).hasStatusOk().bodyText().doesNotContain(subject());
        assertThat(list("FAILED").header("HX-Request", "true")).bodyText().startsWith("<div id=\"outbox\"");
    }

    @Test
    void oneIsSentAgain() {
        assertThat(act("retry", "The mailbox is there now")).hasStatus(303);
        assertThat(status()).isEqualTo("WAITING");
        assertThat(jdbc.sql("SELECT COUNT(*) FROM scheduled_tasks WHERE task_name = 'send-mail' AND task_instance = ?")
            .param(mail.toString())
            .query(Integer.class)
            .single()).isOne();
        assertThat(acts()).containsExactly("mail-retried: The mailbox is there now");
    }

    @Test
    void oneIsGivenUpAndIsThenNoMatter() {
        assertThat(act("removal", "Told by phone").header("HX-Request", "true")).hasStatus(204)
            .hasHeader("HX-Redirect", "/admin/outbox?show=FAILED");
        assertThat(status()).isEqualTo("DROPPED");
        assertThat(act("removal", "Told by phone")).hasStatus(409).bodyText().contains("sent or given up meanwhile");
        assertThat(act("retry", "After all")).hasStatus(409);
        assertThat(acts()).containsExactly("mail-dropped: Told by phone");
    }

    @Test
    void whatIsForgottenOrOldNewsIsNotSentAgain() {
        for (var other : List.of(mail("FAILED", null, null), mail("FAILED", "Hello", clock.instant()))) {
            mail = other;
            assertThat(act("retry", "Once more")).hasStatus(409);
            assertThat(status()).isEqualTo("FAILED");
        }
        assertThat(list("FAILED")).bodyText().contains("its text is not kept", "it would tell old news");
    }

    @Test
    void theReasonIsAskedForAndWhatWasTypedIsKept() {
        var said = "because ".repeat(80).strip();
        assertThat(act("retry", said)).hasStatus(422).bodyText().contains("Say why", said);
        assertThat(act("removal", " ").header("HX-Request", "true")).hasStatus(422)
            .bodyText()
            .startsWith("<div id=\"outbox\"");
        assertThat(acts()).isEmpty();
        mail = Ids.next();
        assertThat(act("retry", "Nothing there")).hasStatus(404);
    }

    @Test
    void nobodyDecidesAboutAMailThatTellsOfASessionOfTheirOwn() {
        var own = market.book(admin, market.offer(market.mentor(), 0, Confirmation.INSTANT));
        jdbc.sql("UPDATE mail SET booking_id = ? WHERE id = ?")
            .params(Columns.param(own.value()), Columns.param(mail))
            .update();
        for (var act : List.of("retry", "removal")) {
            assertThat(act(act, "For me")).hasStatus(403).bodyText().contains("a booking of their own");
        }
        assertThat(status()).isEqualTo("FAILED");
        assertThat(acts()).isEmpty();
        assertThat(act("retry", "For them").with(cast.admin().login())).hasStatus(303);
    }

    private String subject() {
        return "For " + admin.id();
    }

    private UUID mail(String status, String text, Instant staleAt) {
        var id = Ids.next();
        jdbc.sql("""
                INSERT INTO mail (id, dedup_key, kind, recipient, recipient_name, subject, text_part, status, staged_at,
                                  stale_at, tries, done_at, failure)
                VALUES (?, ?, 'CONFIRMED', ?, 'Nobody', ?, ?, ?, ?, ?, 1, ?, '550 no such mailbox')""")
            .params(Columns.param(id), id.toString(), id + "@example.com", subject(), text, status,
                    Columns.param(clock.instant()), Columns.param(staleAt), Columns.param(clock.instant()))
            .update();
        return id;
    }

    private MockMvcRequestBuilder list(String show) {
        // The oldest come first, and other tests leave some.
        return mvc.get().uri("/admin/outbox").param("show", show).param("after", before()).with(admin.login());
    }

    /** The id just before the first of this test's. */
    private String before() {
        var first = jdbc.sql("SELECT MIN(id) AS id FROM mail WHERE subject = ?")
            .param(subject())
            .query((row, _) -> Columns.uuid(row, "id"))
            .single();
        return AdminMails.before(first);
    }

    private MockMvcRequestBuilder act(String act, String reason) {
        return mvc.post()
            .uri("/admin/outbox/" + mail + "/" + act)
            .param("reason", reason)
            .with(formKey())
            .with(admin.login());
    }

    private String status() {
        return jdbc.sql("SELECT status FROM mail WHERE id = ?").param(Columns.param(mail)).query(String.class).single();
    }

    private List<String> acts() {
        return jdbc.sql("SELECT CONCAT(act, ': ', reason) FROM admin_act WHERE admin_id = ?")
            .param(Columns.param(admin.id().value()))
            .query(String.class)
            .list();
    }
}
