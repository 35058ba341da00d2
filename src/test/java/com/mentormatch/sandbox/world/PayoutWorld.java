package com.mentormatch.sandbox.world;

import com.mentormatch.account.AccountId;
import com.mentormatch.payment.LookAtAccount;
import com.mentormatch.sandbox.Earners;
import com.mentormatch.sandbox.stripe.StripeStandIn;
import com.mentormatch.sandbox.world.MentorWorld.Invented;
import java.time.Clock;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who of the sandbox's mentors can be paid: all but one who has not begun and one whom Stripe has stopped. */
final class PayoutWorld {

    static final String NOT_BEGUN = "signe.ostergaard@example.com";
    static final String RESTRICTED = "ali.riza.demirtas@example.com";

    private final Earners earners;
    private final StripeStandIn stripe;
    private final LookAtAccount look;
    private final Clock clock;

    PayoutWorld(JdbcClient jdbc, StripeStandIn stripe, LookAtAccount look, Clock clock) {
        this.earners = new Earners(jdbc, stripe);
        this.stripe = stripe;
        this.look = look;
        this.clock = clock;
    }

    void enable(AccountId id, Invented mentor) {
        if (!mentor.email().equals(NOT_BEGUN)) {
            earners.enable(id, mentor.email(), clock.instant());
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
