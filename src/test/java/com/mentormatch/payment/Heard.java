package com.mentormatch.payment;

import com.mentormatch.booking.BookingId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalApplicationListener;

/** Writes down which payment events were committed. */
public final class Heard {

    private static Heard one;

    private final List<PaymentEvent> events = new CopyOnWriteArrayList<>();

    /** The one notebook of the shared context. */
    static synchronized Heard in(ConfigurableApplicationContext context) {
        if (one == null) {
            var fresh = new Heard();
            context.addApplicationListener(
                    TransactionalApplicationListener.forPayload(TransactionPhase.AFTER_COMMIT, fresh::hear));
            one = fresh;
        }
        return one;
    }

    /** Writes down what another node does as well. */
    void also(ConfigurableApplicationContext node) {
        node.addApplicationListener(
                TransactionalApplicationListener.forPayload(TransactionPhase.AFTER_COMMIT, this::hear));
    }

    private void hear(Object event) {
        if (event instanceof PaymentEvent payment) {
            events.add(payment);
        }
    }

    public List<PaymentEvent> about(BookingId booking) {
        return events.stream().filter(event -> event.booking().equals(booking)).toList();
    }

    /** "Authorised", "Paid" … in order. */
    public List<String> names(BookingId booking) {
        return about(booking).stream().map(event -> event.getClass().getSimpleName()).toList();
    }
}
