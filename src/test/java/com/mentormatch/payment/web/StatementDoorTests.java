package com.mentormatch.payment.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.payment.PaymentTest;
import com.mentormatch.payment.Scene.Booked;
import com.mentormatch.payment.StatementFilter;
import com.mentormatch.payment.StatementLine;
import com.mentormatch.payment.StatementPages;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.Columns;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.Books;
import com.mentormatch.testing.Cast;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What a mentor earned and a mentee paid: the pages, the table to take along, the receipts. */
class StatementDoorTests extends PaymentTest {

    private static final String PAGE = "/mentor/payouts";
    private static final String CSV = PAGE + "/transactions.csv";

    @Autowired
    MockMvcTester mvc;
    @Autowired
    Cast cast;
    @Autowired
    StatementPages statements;
    @Autowired
    JdbcClient jdbc;

    private Books books;
    private Booked booked;
    private Actor mentor;

    @BeforeEach
    void aSession() {
        books = new Books(jdbc);
        booked = scene.instant(scene.shop());
        mentor = booked.shop().mentor();
    }

    @Test
    void linesTotalsAndWhatIsDueAgree() {
        var now = clock.instant();
        earned(4500, 450, "EUR", now.minusSeconds(40));
        books.tipped(mentor, booked.id(), 500, "EUR", now.minusSeconds(30));
        books.givenBack(mentor, booked.id(), 225, 2025, "EUR", now.minusSeconds(20));
        books.paidOut(mentor, 1000, "EUR", "paid", now.minusSeconds(10));
        books.paidOut(mentor, 700, "EUR", "failed", now.minusSeconds(5));
        earned(3000, 300, "JPY", now.minusSeconds(50));
        var page = statements.of(mentor.viewer(), StatementFilter.of(null, null, null), null, now);
        assertThat(page.lines())
            .extracting(line -> line.kind() + " " + line.gross().minor() + " " + line.fee().minor() + " "
                    + line.net().minor() + " " + line.net().currency())
            .containsExactly("PAYOUT -700 0 -700 EUR", "PAYOUT -1000 0 -1000 EUR", "CORRECTION -2250 -225 -2025 EUR",
                    "TIP 500 0 500 EUR", "SESSION 4500 450 4050 EUR", "SESSION 3000 300 2700 JPY");
        assertThat(page.totals().stream().filter(total -> total.net().currency().equals("EUR")).toList())
            .singleElement()
            .satisfies(total -> {
                assertThat(total.sessions()).isEqualTo(1);
                assertThat(total.gross().minor()).isEqualTo(2750);
                assertThat(total.fee().minor()).isEqualTo(225);
                assertThat(total.net().minor()).isEqualTo(2525);
                assertThat(total.paidOut().minor()).isEqualTo(1000);
            });
        assertThat(page.due()).containsExactlyInAnyOrder(new Amount(2525, "EUR"), new Amount(2700, "JPY"));
        assertThat(body(get(mentor, PAGE))).contains("€40.50", "¥2,700", "Payout to your bank", "Sent back",
                "earned, on its way to you", "A good hour", "Mara Mentee");
    }

    @Test
    void nobodyReadsAnothersStatement() {
        earned(4500, 450, "EUR", clock.instant());
        books.paidOut(mentor, 1000, "EUR", "paid", clock.instant());
        var other = scene.shop().mentor();
        var page = statements.of(other.viewer(), StatementFilter.of(null, null, null), null, clock.instant());
        assertThat(page.empty()).isTrue();
        assertThat(page.due()).isEmpty();
        assertThat(body(get(other, CSV)).lines()).hasSize(1);
        assertThat(body(get(mentor, CSV)).lines()).hasSize(3);
        assertThat(get(booked.mentee(), CSV)).hasStatus(404);
    }

    @Test
    void whatIsOwedIsSaid() {
        books.givenBack(mentor, booked.id(), 0, 2025, "EUR", clock.instant());
        assertThat(body(get(mentor, PAGE))).contains("you owe; it is taken from what you earn next");
    }

    @ParameterizedTest
    @CsvSource({"'',,,4", "2026-03,,,2", ",EUR,,3", ",,TIP,1", ",,PAYOUT,1", "2026-03,EUR,SESSION,1", "2019-01,,,0",
            "nonsense,euro,gift,4"})
    void filters(String month, String currency, String kind, int lines) {
        earned(4500, 450, "EUR", Instant.parse("2026-03-31T23:59:59.999999Z"));
        books.tipped(mentor, booked.id(), 500, "EUR", Instant.parse("2026-04-01T00:00:00Z"));
        earned(3000, 300, "JPY", Instant.parse("2026-03-01T00:00:00Z"));
        books.paidOut(mentor, 1000, "EUR", "in_transit", Instant.parse("2026-05-02T10:00:00Z"));
        var page = statements.of(mentor.viewer(), StatementFilter.of(month, currency, kind), null, clock.instant());
        assertThat(page.lines()).hasSize(lines);
        var answer = mvc.get()
            .uri(PAGE + "?month={m}&currency={c}&kind={k}", month, currency == null ? "" : currency,
                    kind == null ? "" : kind)
            .header("HX-Request", "true")
            .with(mentor.login())
            .exchange();
        assertThat(body(answer)).contains("id=\"statement\"").doesNotContain("<title>");
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepeat() {
        var at = Instant.parse("2026-03-01T00:00:00Z");
        for (var number = 0; number < 45; number++) {
            books.tipped(mentor, booked.id(), 100 + number, "EUR", at.plus(Duration.ofMinutes(number / 3)));
            if (number % 9 == 0) {
                books.paidOut(mentor, 1000 + number, "EUR", "paid", at.plus(Duration.ofMinutes(number / 3)));
            }
        }
        var seen = new ArrayList<StatementLine>();
        String after = null;
        do {
            var page = statements.of(mentor.viewer(), StatementFilter.of(null, null, null), after, clock.instant());
            seen.addAll(page.lines());
            after = page.next();
        } while (after != null);
        assertThat(seen).extracting(line -> line.net().minor()).doesNotHaveDuplicates().hasSize(50);
        assertThat(seen).extracting(StatementLine::at).isSortedAccordingTo((one, other) -> other.compareTo(one));
        var all = new ArrayList<StatementLine>();
        statements.each(mentor.viewer(), StatementFilter.of(null, null, null), all::addAll);
        assertThat(all).isEqualTo(seen);
        assertThat(body(get(mentor, PAGE))).contains("Show more");
        assertThat(body(get(mentor, PAGE + "?after=nonsense"))).contains("Show more");
    }

    @Test
    void theTableIsHarmlessAndComplete() throws IOException {
        rename("=HYPERLINK(\"http://evil.example\")");
        jdbc.sql("UPDATE account SET name = '@Mara' WHERE id = ?")
            .param(Columns.param(booked.mentee().id().value()))
            .update();
        earned(4500, 450, "EUR", clock.instant());
        books.givenBack(mentor, booked.id(), 0, 1000, "EUR", clock.instant().plusMillis(1));
        var answer = get(mentor, CSV + "?currency=EUR");
        assertThat(answer).hasStatusOk().hasContentType("text/csv;charset=UTF-8");
        assertThat(answer).hasHeader("Content-Disposition", "attachment; filename=\"mentormatch-EUR.csv\"");
        var rows = CSVFormat.RFC4180.builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(new StringReader(body(answer).substring(1)))
            .getRecords();
        assertThat(rows).hasSize(2);
        assertThat(rows.getLast().get("Session")).isEqualTo("'=HYPERLINK(\"http://evil.example\")");
        assertThat(rows.getLast().get("Mentee")).isEqualTo("'@Mara");
        assertThat(rows.getLast().get("Yours")).isEqualTo("40.50");
        assertThat(rows.getFirst().get("Yours")).isEqualTo("-10.00");
        assertThat(rows.getLast().get("Booking")).isEqualTo(booked.id().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@A1", "\t=1", "\r=1", "=1\n2"})
    void formulasAreTexts(String typed) {
        assertThat(StatementCsv.text(typed)).isEqualTo("'" + typed);
        assertThat(StatementCsv.text("a" + typed)).isEqualTo("a" + typed);
    }

    @Test
    void eachHasTheirReceipt() {
        assertThat(get(booked.mentee(), receipt())).hasStatus(404);
        stripe.pay(scene.checkout(booked));
        scene.deliverAll(scene.session(booked));
        tasks.runDue();
        assertThat(body(get(booked.mentee(), receipt()))).contains("Receipt", "€45", "•••• 4242", "Milo Mentor",
                "Mara Mentee", "You paid");
        assertThat(body(get(mentor, receipt()))).contains("Your earnings", "€45 is kept safe until the session is over")
            .doesNotContain("4242");
        books.tipped(mentor, booked.id(), 700, "EUR", clock.instant());
        assertThat(body(get(booked.mentee(), receipt()))).contains("€7", "€52");
        assertThat(get(cast.stranger(), receipt())).hasStatus(404);
        assertThat(body(get(booked.mentee(), "/bookings/" + booked.id()))).contains(receipt());
    }

    @Test
    void aMenteeSeesWhatTheyPaid() {
        assertThat(body(get(cast.mentee(), "/payments"))).contains("Nothing paid yet");
        var mentee = booked.mentee();
        assertThat(body(get(mentee, "/payments"))).contains("A good hour", "Pending").doesNotContain(receipt());
        stripe.pay(scene.checkout(booked));
        scene.deliverAll(scene.session(booked));
        tasks.runDue();
        assertThat(body(get(mentee, "/payments"))).contains("€45", "Paid", receipt());
        assertThat(body(get(mentor, "/payments"))).doesNotContain(receipt());
        assertThat(get(mentee, "/payments?after=" + booked.id())).hasStatusOk();
    }

    private void earned(long paid, long fee, String currency, Instant at) {
        books.earned(mentor, booked.id(), paid, fee, currency, at);
    }

    private void rename(String title) {
        jdbc.sql("UPDATE booking SET offer_title = ? WHERE id = ?")
            .params(title, Columns.param(booked.id().value()))
            .update();
    }

    private String receipt() {
        return "/bookings/" + booked.id() + "/receipt";
    }

    private MvcTestResult get(Actor actor, String path) {
        return mvc.get().uri(path).accept(MediaType.ALL).with(actor.login()).exchange();
    }

    private static String body(MvcTestResult answer) {
        assertThat(answer).hasStatusOk();
        return new String(answer.getMvcResult().getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
