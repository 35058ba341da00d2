package com.mentormatch.payment.web;

import static com.mentormatch.testing.FormKey.formKey;
import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.booking.BookingStatus;
import com.mentormatch.booking.Outcome;
import com.mentormatch.payment.PaymentStatus;
import com.mentormatch.payment.PaymentTest;
import com.mentormatch.payment.RefundPayment;
import com.mentormatch.payment.Scene.Booked;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.FormToken;
import com.mentormatch.shared.Transactions;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.Cast;
import com.mentormatch.testing.Deeds;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A session of which a part went back before it is called off: what the page says is left is what goes back. */
class CancelAfterRefundTests extends PaymentTest {

    @Autowired
    MockMvcTester mvc;
    @Autowired
    Cast cast;
    @Autowired
    RefundPayment refund;
    @Autowired
    Transactions transactions;
    @Autowired
    JdbcClient jdbc;

    private Deeds deeds;
    private Booked booked;
    private Actor admin;

    @BeforeEach
    void aPaidSessionAhead(@Autowired AutowireCapableBeanFactory beans) {
        deeds = beans.createBean(Deeds.class);
        booked = paid();
        admin = cast.admin();
    }

    @Test
    void everybodyReadsWhatIsLeftAndThatIsWhatGoesBack() {
        giveBack(1000);
        assertThat(scene.read(booked.mentee(), "/bookings/" + booked.id()))
            .contains("and get all €35 back; after that, nothing.", "MentorMatch gave €10 back to the mentee");
        assertThat(scene.read(booked.mentee(), own())).contains("€10 of the €45 went back before; €35 is left.",
                "All €35 goes back to the card", "Cancel and refund €35 to the card", "name=\"back\" value=\"3500\"");
        assertThat(scene.read(booked.shop().mentor(), own())).contains("€10 of the €45 went back before; €35 is left.",
                "Mara Mentee gets all €35 back", "Cancel and refund €35 to Mara Mentee");
        assertThat(scene.read(admin, admins())).contains("€10 of the €45 went back before; €35 is left.",
                "Mara Mentee gets all €35 back", "Cancel and refund €35 to Mara Mentee",
                "name=\"back\" value=\"3500\"");
        var other = booked.start().plus(Duration.ofDays(1));
        assertThat(scene.read(booked.mentee(), "/bookings/" + booked.id() + "/move?start=" + other))
            .contains("and get all €35")
            .doesNotContain("all €45");
        assertThat(deeds.propose(booked.shop().mentor(), booked.id(), other)).isEqualTo(new Outcome.Done(booked.id()));
        assertThat(scene.read(booked.mentee(), "/bookings/" + booked.id()))
            .contains("or then cancel and get all €35 back");
        assertThat(cancel(booked.mentee(), own(), 4500)).as("as it stood before the refund")
            .hasStatus(409)
            .bodyText()
            .contains("What goes back has changed since you looked", "name=\"back\" value=\"3500\"");
        assertThat(cancel(booked.mentee(), own(), 3500)).hasStatus(303);
        tasks.runDue();
        assertThat(scene.sentBack(booked)).containsExactly(1000L, 3500L);
        assertThat(scene.read(booked.shop().mentor(), "/bookings/" + booked.id()))
            .containsOnlyOnce("MentorMatch gave €10 back to the mentee")
            .doesNotContain("MentorMatch gave €35");
        assertThat(scene.payment(booked)).isEqualTo(PaymentStatus.REFUNDED);
    }

    @Test
    void tooLateForTheRestItSaysSo() {
        giveBack(1000);
        clock.moveTo(booked.start().minus(Duration.ofHours(3)));
        assertThat(scene.read(booked.mentee(), own())).contains("€10 of the €45 went back before; €35 is left.",
                "It is too late to get any of the €35 back.");
        assertThat(cancel(booked.mentee(), own(), 0)).hasStatus(303);
        tasks.runDue();
        assertThat(scene.sentBack(booked)).containsExactly(1000L);
        assertThat(scene.payment(booked)).isEqualTo(PaymentStatus.PARTIALLY_REFUNDED);
    }

    @Test
    void whereAllOfItWentBackNothingIsPromised() {
        giveBack(4500);
        assertThat(scene.read(booked.mentee(), "/bookings/" + booked.id())).contains("Cancel this session")
            .doesNotContain("and get all", "€0");
        for (var page : List.of(scene.read(booked.mentee(), own()), scene.read(booked.shop().mentor(), own()),
                scene.read(admin, admins()))) {
            assertThat(page)
                .contains("All of its money went back before, so there is none left to give back.",
                        "name=\"back\" value=\"0\"")
                .doesNotContain("€0", "Cancel and refund");
        }
        assertThat(cancel(admin, admins(), 0)).hasStatus(303);
        tasks.runDue();
        assertThat(scene.sentBack(booked)).containsExactly(4500L);
        assertThat(scene.payment(booked)).isEqualTo(PaymentStatus.REFUNDED);
    }

    /** The click comes while an admin's refund is being written: it is answered by what is left after that. */
    @Test
    void aRefundInTheMomentOfTheClickIsSeen() {
        giveBack(600);
        var click = transactions.run(() -> {
            jdbc.sql("SELECT id FROM payment WHERE booking_id = ? FOR UPDATE")
                .param(Columns.param(booked.id().value()))
                .query()
                .listOfRows();
            var waiting = CompletableFuture.supplyAsync(() -> cancel(booked.mentee(), own(), 3900));
            assertThat(waiting).as("waits for the refund").failsWithin(Duration.ofMillis(700));
            giveBack(400);
            return waiting;
        });
        assertThat(click.join()).hasStatus(409).bodyText().contains("name=\"back\" value=\"3500\"");
        assertThat(scene.status(booked)).isEqualTo(BookingStatus.CONFIRMED);
        tasks.runDue();
        assertThat(scene.sentBack(booked)).containsExactlyInAnyOrder(600L, 400L);
    }

    private void giveBack(long minor) {
        assertThat(refund.refund(admin.viewer(), booked.id(), new Amount(minor, "EUR"), "A gesture", FormToken.next(),
                clock.instant()))
            .isEmpty();
    }

    private String own() {
        return "/bookings/" + booked.id() + "/cancellation";
    }

    private String admins() {
        return "/admin/bookings/" + booked.id() + "/cancellation";
    }

    private MvcTestResult cancel(Actor actor, String address, long shown) {
        return mvc.post()
            .uri(address)
            .with(formKey())
            .with(actor.login())
            .param("formToken", FormToken.next().toString())
            .param("back", String.valueOf(shown))
            .param("reason", "Something came up")
            .exchange();
    }
}
