package com.mentormatch.payment.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.payment.PaymentTest;
import com.mentormatch.payment.Scene.Booked;
import com.mentormatch.sandbox.stripe.StripeStandIn.Dispute;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.Cast;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What everybody reads of a payment that a bank takes back, while it has it, when it gives it back, when it keeps it. */
class ChargebackPagesTests extends PaymentTest {

    @Autowired
    Cast cast;

    private Booked booked;
    private Actor mentor;
    private Dispute dispute;

    @BeforeEach
    void aSessionThatTookPlaceAndIsDisputed() {
        booked = scene.instant(scene.shop());
        mentor = booked.shop().mentor();
        scene.paid(booked);
        tasks.runDue();
        scene.completed(booked);
        tasks.runDue();
        dispute = stripe.dispute(scene.money(booked).charge());
        told();
    }

    @Test
    void whileTheBankHasIt() {
        assertThat(page(booked.mentee())).contains("Disputed at the bank", "Your bank has taken €45 back for now",
                "The mentee’s bank took €45 back");
        assertThat(page(mentor)).contains("Disputed at the bank", "The bank of Mara Mentee has taken €45 back for now",
                "The mentee’s bank took €45 back");
        assertThat(scene.read(booked.mentee(), "/payments")).contains("Disputed at the bank");
        assertThat(receipt(booked.mentee())).contains("Taken back by your bank", "-€45", "has not decided yet");
        assertThat(receipt(mentor)).contains("which has taken it back for now").doesNotContain("until the session");
        assertThat(transactions()).contains("Disputed at the bank");
        assertThat(csv()).contains("Disputed at the bank");
        assertThat(admins())
            .contains("The bank took it back: fraudulent", "Answer by", "/evidence", "a refund now could")
            .doesNotContain("name=\"amount\"");
    }

    @Test
    void whenItGivesItBack() {
        stripe.disputeEnds(dispute.id(), true);
        told();
        assertThat(page(booked.mentee()))
            .contains("You paid €45", "disputed at your bank. It has decided that the" + " payment stands",
                    "The bank decided that the payment stands and returned €45")
            .doesNotContain("Disputed at the bank");
        assertThat(page(mentor)).contains("disputed at the bank of Mara Mentee. It has decided",
                "The mentee’s bank took €45 back");
        assertThat(scene.read(booked.mentee(), "/payments")).contains("Your bank decided that it stands", "Paid")
            .doesNotContain("Disputed at the bank");
        assertThat(receipt(booked.mentee())).contains("Taken back by your bank", "Returned by your bank",
                "which decided that it stands");
        assertThat(receipt(mentor)).contains("decided that it stands", "€40.50");
        assertThat(transactions()).contains("Disputed, and it stands");
        assertThat(admins()).contains("Won, the bank returned it: fraudulent").doesNotContain("Answer by");
    }

    @Test
    void whenItKeepsIt() {
        stripe.disputeEnds(dispute.id(), false);
        told();
        assertThat(page(booked.mentee())).contains("Taken back by the bank", "Your bank has taken €45 back for good",
                "The bank decided to keep €45 for the mentee");
        assertThat(page(mentor)).contains("The bank of Mara Mentee has taken €45 back for good");
        assertThat(scene.read(booked.mentee(), "/payments")).contains("Taken back by the bank");
        assertThat(receipt(booked.mentee())).contains("Taken back by your bank", "which took it back for good");
        assertThat(receipt(mentor)).contains("Taken back by the mentee’s bank", "-€40.50", "took it back for good");
        assertThat(transactions()).contains("Taken back by the bank", "-€40.50");
        assertThat(csv()).contains("Taken back by the bank,", "-40.50");
        assertThat(scene.read(mentor, "/mentor/payouts?kind=CHARGEBACK")).contains("-€40.50")
            .doesNotContain(">€40.50<");
        assertThat(admins()).contains("Lost, the bank keeps it: fraudulent");
    }

    private void told() {
        scene.deliverAll(scene.session(booked));
        tasks.runDue();
    }

    private String page(Actor actor) {
        return scene.read(actor, "/bookings/" + booked.id());
    }

    private String receipt(Actor actor) {
        return scene.read(actor, "/bookings/" + booked.id() + "/receipt");
    }

    /** The lines alone: the filter names every kind. */
    private String transactions() {
        var page = scene.read(mentor, "/mentor/payouts");
        return page.substring(page.indexOf("</form>", page.indexOf("statement-filter")));
    }

    private String csv() {
        return scene.read(mentor, "/mentor/payouts/transactions.csv");
    }

    private String admins() {
        return scene.read(cast.admin(), "/admin/money/bookings/" + booked.id());
    }

}
