package com.mentormatch.sandbox.world;

import com.mentormatch.account.AccountId;
import com.mentormatch.account.SignedIn;
import com.mentormatch.booking.BookingId;
import com.mentormatch.payment.LeaveTip;
import com.mentormatch.payment.LookAtAccount;
import com.mentormatch.payment.SettleTip;
import com.mentormatch.sandbox.Earners;
import com.mentormatch.sandbox.stripe.StripeStandIn;
import com.mentormatch.sandbox.world.MentorWorld.Invented;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.FormToken;
import java.time.Clock;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who of the sandbox's mentors can be paid: all but one who has not begun and one whom Stripe has stopped. And tips. */
final class PayoutWorld {

    static final String NOT_BEGUN = "signe.ostergaard@example.com";
    static final String RESTRICTED = "ali.riza.demirtas@example.com";

    private final Earners earners;
    private final StripeStandIn stripe;
    private final LookAtAccount look;
    private final LeaveTip leave;
    private final SettleTip settle;
    private final JdbcClient jdbc;
    private final Clock clock;

    PayoutWorld(JdbcClient jdbc, StripeStandIn stripe, LookAtAccount look, LeaveTip leave, SettleTip settle,
            Clock clock) {
        this.earners = new Earners(jdbc, stripe);
        this.stripe = stripe;
        this.look = look;
        this.leave = leave;
        this.settle = settle;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void enable(AccountId id, Invented mentor) {
        if (!mentor.email().equals(NOT_BEGUN)) {
            earners.enable(id, mentor.email(), clock.instant());
        }
    }

    /** A mentee says thank you for some of the sessions they had. */
    void tip(SignedIn mentee) {
        jdbc.sql("SELECT id, price_currency FROM booking WHERE mentee_id = ? AND status = 'COMPLETED' LIMIT 3")
            .param(Columns.param(mentee.id().value()))
            .query((row, _) -> Map.entry(new BookingId(Columns.uuid(row, "id")), row.getString("price_currency")))
            .list()
            .forEach(booking -> tip(mentee, booking.getKey(), booking.getValue()));
    }

    private void tip(SignedIn mentee, BookingId booking, String currency) {
        var now = clock.instant();
        if (leave.leave(mentee, booking, new Amount(1500, currency), "Thank you, that helped a lot.", FormToken.next(),
                now) instanceof LeaveTip.Redirect(var page)) {
            stripe.pay(page.getPath().replaceFirst(".*/", ""));
            settle.settle(booking, now);
        }
    }

    void restrict(Map<String, AccountId> accounts) {
        stripe.accounts()
            .stream()
            .filter(account -> account.email().equals(RESTRICTED))
            .forEach(account -> stripe.restrict(account.id()));
        look.look(accounts.get(RESTRICTED), clock.instant());
    }
}
