package com.mentormatch.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.account.AdminAct;
import com.mentormatch.account.Role;
import com.mentormatch.shared.Ids;
import com.mentormatch.shared.Transactions;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.Cast;
import com.mentormatch.testing.IntegrationTest;
import com.mentormatch.testing.TestClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

/** The audit log as admins read it. */
@IntegrationTest
class AuditDoorTests {

    @Autowired
    MockMvcTester mvc;
    @Autowired
    Cast cast;
    @Autowired
    TestClock clock;
    @Autowired
    AuditLog log;
    @Autowired
    Transactions transactions;
    @Autowired
    ApplicationEventPublisher events;

    private final String subject = Ids.next().toString();
    private Actor admin;

    @BeforeEach
    void someActs() {
        admin = cast.admin();
        for (var i = 0; i < 5; i++) {
            act(i % 2 == 0 ? "booking-cancelled" : "looked-closely", "Reason " + i, clock.instant().minusSeconds(i));
        }
    }

    @Test
    void tellsWhoDidWhatAndWhy() {
        assertThat(read("subject", subject)).hasStatusOk()
            .bodyText()
            .contains("Ada Admin", "Cancelled a booking", "/admin/bookings/" + subject, "Reason 0", "Reason 4");
    }

    @Test
    void namesThePersonItWasDoneTo() {
        var person = cast.person("Zora Someone", Role.MEMBER);
        transactions.run(() -> events.publishEvent(new AdminAct(admin.id(), "account-suspended", "account",
                person.id().toString(), "Rude to everybody", clock.instant())));
        assertThat(read("subject", person.id().toString())).hasStatusOk()
            .bodyText()
            .contains("/admin/accounts/" + person.id(), ">Zora Someone</a>", "Rude to everybody");
    }

    @Test
    void isNarrowedByWhoActAndDate() {
        assertThat(read("who", admin.id().toString(), "act", "looked-closely")).hasStatusOk()
            .bodyText()
            .contains("Reason 1", "Reason 3")
            .doesNotContain("Reason 2");
        assertThat(read("who", cast.admin().id().toString())).bodyText().contains("Nothing is recorded");
        var today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Berlin"));
        assertThat(read("subject", subject, "from", today.plusDays(1).toString())).bodyText()
            .contains("Nothing is recorded");
        assertThat(read("subject", subject, "to", today.toString())).bodyText().contains("Reason 0");
    }

    @Test
    void whatIsNoDateIsCorrectedAndWhatIsNobodyIsBad() {
        assertThat(read("from", "soon")).hasStatus(422).bodyText().contains("Enter a date.");
        assertThat(read("who", "ada")).hasStatus(400);
        assertThat(read("subject", subject, "after", "nonsense_1_2")).hasStatusOk().bodyText().contains("Reason 0");
    }

    @Test
    void continuesWhereItEnded() {
        var first = log.find(wish(null), 3);
        assertThat(first.lines()).extracting(AuditLog.Line::reason).containsExactly("Reason 0", "Reason 1", "Reason 2");
        var rest = log.find(wish(first.more()), 3);
        assertThat(rest.lines()).extracting(AuditLog.Line::reason).containsExactly("Reason 3", "Reason 4");
        assertThat(rest.more()).isNull();
    }

    @Test
    void htmxGetsTheListAlone() {
        assertThat(read("subject", subject).header("HX-Request", "true")).hasStatusOk()
            .bodyText()
            .startsWith("<div id=\"audit\"");
    }

    private AuditLog.Wish wish(String after) {
        return new AuditLog.Wish(null, null, subject, null, null, after);
    }

    private void act(String act, String reason, Instant at) {
        transactions.run(() -> events.publishEvent(new AdminAct(admin.id(), act, "booking", subject, reason, at)));
    }

    private MockMvcRequestBuilder read(String... params) {
        var request = mvc.get().uri("/admin/audit").with(admin.login());
        for (var i = 0; i < params.length; i += 2) {
            request.param(params[i], params[i + 1]);
        }
        return request;
    }
}
