package com.mentormatch.dispute;

import static com.mentormatch.testing.FormKey.formKey;
import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.booking.BookingFacts;
import com.mentormatch.booking.BookingStatus;
import com.mentormatch.payment.PaymentStatus;
import com.mentormatch.payment.PaymentTest;
import com.mentormatch.payment.Scene.Booked;
import com.mentormatch.payment.RefundPayment;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.FormToken;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.Cast;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A session paid at Stripe, disputed, answered and ruled on by the forms people send: where its money goes. */
class RulingMoneyTests extends PaymentTest {

    @Autowired
    MockMvcTester mvc;
    @Autowired
    Cast cast;
    @Autowired
    BookingFacts facts;
    @Autowired
    RefundPayment refund;

    private Booked booked;
    private Actor admin;

    @BeforeEach
    void disputed() {
        admin = cast.admin();
        booked = scene.instant(scene.shop());
        dispute();
    }

    private void dispute() {
        scene.paid(booked);
        tasks.runDue();
        clock.moveTo(facts.of(booked.id(), clock.instant()).orElseThrow().time().end().plus(Duration.ofHours(1)));
        tasks.runDue();
        sent(send(booked.mentee(), "/bookings/" + booked.id() + "/dispute", "words", "It lasted ten minutes."));
        sent(send(booked.shop().mentor(), "/bookings/" + booked.id() + "/dispute/answer", "words", "It was thirty."));
    }

    @Test
    void whileItIsDisputedNothingMoves() {
        clock.forward(Duration.ofDays(5));
        tasks.runDue();
        assertThat(scene.status(booked)).isEqualTo(BookingStatus.DISPUTED);
        assertThat(stripe.transfersOf(booked.id())).isEmpty();
        assertThat(stripe.refundsOf(scene.money(booked).id())).isEmpty();
        assertThat(scene.balances(booked))
            .isEqualTo(Map.of("STRIPE", 4500L - 135, "STRIPE_FEES", 135L, "HELD", -4500L));
    }

    @ParameterizedTest
    @CsvSource({"RELEASE,'',0,4050,450,PAID", "PART,20,2000,2250,250,PARTIALLY_REFUNDED",
            "PART,44.99,4499,1,0,PARTIALLY_REFUNDED", "FULL,'',4500,0,0,REFUNDED", "PART,45,4500,0,0,REFUNDED"})
    void aRulingMovesEachTheirPart(String verdict, String amount, long back, long mentors, long ours,
            PaymentStatus status) {
        var token = FormToken.next().toString();
        for (var twice = 0; twice < 2; twice++) {
            sent(rule(verdict, amount, token));
            tasks.runDue();
        }
        assertThat(scene.status(booked)).isEqualTo(BookingStatus.RESOLVED);
        moved(back, mentors, ours, status);
    }

    @Test
    void anAppealGivesMoreAndTakesItFromWhoHasIt() {
        sent(rule("PART", "20", FormToken.next().toString()));
        tasks.runDue();
        moved(2000, 2250, 250, PaymentStatus.PARTIALLY_REFUNDED);
        sent(send(booked.mentee(), "/bookings/" + booked.id() + "/dispute/appeal", "words", "Nobody was there."));
        sent(send(booked.shop().mentor(), "/bookings/" + booked.id() + "/dispute/answer", "words", "I was."));
        sent(rule("FULL", "", FormToken.next().toString()));
        tasks.runDue();
        moved(4500, 0, 0, PaymentStatus.REFUNDED);
        assertThat(stripe.refundsOf(scene.money(booked).id())).extracting(refund -> refund.amount())
            .containsExactlyInAnyOrder(2000L, 2500L);
    }

    /** What an admin gave back before is part of what the ruling says in all. */
    @ParameterizedTest
    @CsvSource({"RELEASE,'',500,3600,400,PARTIALLY_REFUNDED", "PART,20,2000,2250,250,PARTIALLY_REFUNDED",
            "FULL,'',4500,0,0,REFUNDED"})
    void whatWentBackBeforeTheRulingCountsInIt(String verdict, String amount, long back, long mentors, long ours,
            PaymentStatus status) {
        assertThat(refund.refund(admin.viewer(), booked.id(), new Amount(500, "EUR"), "A gesture", FormToken.next(),
                clock.instant()))
            .isEmpty();
        assertThat(mvc.get().uri("/admin/disputes/{id}", booked.id()).with(admin.login())).hasStatusOk()
            .bodyText()
            .contains("Leave it at €5", "€5 has gone back already", "in all, from €5 to €45");
        assertThat(rule("PART", "4.99", FormToken.next().toString())).hasStatus(422)
            .bodyText()
            .contains("Enter an amount from €5 to €45.");
        sent(rule(verdict, amount, FormToken.next().toString()));
        tasks.runDue();
        moved(back, mentors, ours, status);
    }

    /** Three digits after the point, of which Stripe moves two. */
    @Test
    void anAmountThatCannotBeRefundedIsCorrectedAtItsField() {
        clock.reset();
        booked = scene.half(new Amount(4500, "KWD"));
        dispute();
        assertThat(rule("PART", "1.005", FormToken.next().toString())).hasStatus(422)
            .bodyText()
            .contains("End the amount in 0");
        sent(rule("PART", "1.010", FormToken.next().toString()));
        tasks.runDue();
        assertThat(stripe.refundsOf(scene.money(booked).id())).singleElement()
            .satisfies(made -> assertThat(made.amount()).isEqualTo(1010));
        assertThat(scene.payment(booked)).isEqualTo(PaymentStatus.PARTIALLY_REFUNDED);
    }

    /** What the mentor reports and nobody contests needs no ruling. */
    @Test
    void aReportNobodyContestsPaysTheMentor() {
        clock.reset();
        var other = scene.instant(booked.shop());
        scene.paid(other);
        tasks.runDue();
        clock.moveTo(facts.of(other.id(), clock.instant()).orElseThrow().time().start().plus(Duration.ofMinutes(20)));
        sent(send(other.shop().mentor(), "/bookings/" + other.id() + "/no-show", "words", "I waited."));
        clock.forward(Duration.ofHours(47));
        tasks.runDue();
        assertThat(stripe.transfersOf(other.id())).isEmpty();
        clock.forward(Duration.ofHours(2));
        tasks.runDue();
        booked = other;
        moved(0, 4050, 450, PaymentStatus.PAID);
    }

    /** A report nobody contests takes nothing back of what an admin gave before, and does not say that it does. */
    @Test
    void aReportNobodyContestsLeavesWhatWentBackBefore() {
        clock.reset();
        booked = scene.instant(booked.shop());
        scene.paid(booked);
        tasks.runDue();
        giveBack(1000);
        clock.moveTo(facts.of(booked.id(), clock.instant()).orElseThrow().time().start().plus(Duration.ofMinutes(20)));
        sent(send(booked.shop().mentor(), "/bookings/" + booked.id() + "/no-show", "words", "I waited."));
        clock.forward(Duration.ofHours(49));
        tasks.runDue();
        moved(1000, 3150, 350, PaymentStatus.PARTIALLY_REFUNDED);
        assertThat(mvc.get().uri("/bookings/{id}", booked.id()).with(booked.shop().mentor().login())).hasStatusOk()
            .bodyText()
            .contains("Decided: €10 of €45 goes back to", "Of €35 you are paid your share.");
    }

    /** A bank may keep more than was left: what goes back in all is then the price, and that can be ruled. */
    @Test
    void whatABankKeptCanBeRuledOn() {
        giveBack(2000);
        tasks.runDue();
        var claim = stripe.dispute(scene.money(booked).charge(), 4500);
        scene.deliverAll(scene.session(booked));
        stripe.disputeEnds(claim.id(), false);
        scene.deliverAll(scene.session(booked));
        tasks.runDue();
        sent(rule("FULL", "", FormToken.next().toString()));
        tasks.runDue();
        assertThat(scene.status(booked)).isEqualTo(BookingStatus.RESOLVED);
        assertThat(stripe.refundsOf(scene.money(booked).id())).hasSize(1);
        assertThat(stripe.transfersOf(booked.id())).isEmpty();
    }

    private void giveBack(long minor) {
        assertThat(refund.refund(admin.viewer(), booked.id(), new Amount(minor, "EUR"), "A gesture", FormToken.next(),
                clock.instant()))
            .isEmpty();
    }

    private void moved(long back, long mentors, long ours, PaymentStatus status) {
        assertThat(scene.payment(booked)).isEqualTo(status);
        assertThat(stripe.refundsOf(scene.money(booked).id()).stream().mapToLong(refund -> refund.amount()).sum())
            .isEqualTo(back);
        assertThat(stripe.transfersOf(booked.id())
            .stream()
            .mapToLong(transfer -> transfer.amount() - transfer.reversed())
            .sum()).isEqualTo(mentors);
        var balances = scene.balances(booked);
        assertThat(balances.getOrDefault("HELD", 0L)).as("nothing is left undecided").isZero();
        assertThat(-balances.getOrDefault("FEE", 0L)).isEqualTo(ours);
        assertThat(balances.getOrDefault("STRIPE", 0L)).isEqualTo(stripe.balanceOf(booked.id()))
            .isEqualTo(4500 - 135 - back - mentors);
    }

    private MvcTestResult rule(String verdict, String amount, String token) {
        return send(admin, "/admin/disputes/" + booked.id() + "/ruling", "verdict", verdict, "amount", amount, "reason",
                "Having read both.", "formToken", token);
    }

    private static void sent(MvcTestResult answer) {
        assertThat(answer).hasStatus(303);
    }

    private MvcTestResult send(Actor person, String path, String... fields) {
        var post = mvc.post().uri(path).with(formKey()).with(person.login());
        for (var i = 0; i < fields.length; i += 2) {
            post = post.param(fields[i], fields[i + 1]);
        }
        return Arrays.asList(fields).contains("formToken")
                ? post.exchange()
                : post.param("formToken", FormToken.next().toString()).exchange();
    }

}
