package com.mentormatch.payment;

import com.mentormatch.payment.Scene.Booked;
import com.mentormatch.sandbox.stripe.Refunds;
import com.mentormatch.sandbox.stripe.StripeStandIn;
import com.mentormatch.testing.IntegrationTest;
import com.mentormatch.testing.Tasks;
import com.mentormatch.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;

/** An integration test with a {@link Scene} and a notebook of the payment events; both are made without new beans. */
@IntegrationTest
public abstract class PaymentTest {

    @Autowired
    protected StripeStandIn stripe;
    @Autowired
    protected Tasks tasks;
    @Autowired
    protected TestClock clock;

    protected Scene scene;
    protected Heard heard;

    @BeforeEach
    void setTheScene(@Autowired ConfigurableApplicationContext context) {
        scene = context.getAutowireCapableBeanFactory().createBean(Scene.class);
        heard = Heard.in(context);
    }

    /** A session that is booked and paid, and all that follows from it is done. */
    protected Booked paid() {
        var booked = scene.instant(scene.shop());
        scene.paid(booked);
        tasks.runDue();
        return booked;
    }

    @AfterEach
    void backToNormal() {
        stripe.faults().clear();
        stripe.refundsAre(Refunds.PROMPT);
        clock.reset();
    }
}
