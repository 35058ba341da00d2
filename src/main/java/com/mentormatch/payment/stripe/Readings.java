package com.mentormatch.payment.stripe;

import com.mentormatch.booking.BookingId;
import com.mentormatch.payment.Snapshot;
import com.mentormatch.payment.Till;
import com.stripe.model.BalanceTransaction;
import com.stripe.model.Charge;
import com.stripe.model.Dispute;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.checkout.Session;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What Stripe's objects say, in the product's words. */
final class Readings {

    /** What Stripe's objects carry so that a message about one of them leads home. */
    static final String BOOKING = "booking";
    static final String PAYMENT = "payment";
    static final String REFUND = "refund";
    static final String TRANSFER = "transfer";
    static final String REVERSAL = "reversal";
    static final String ATTEMPT = "attempt";

    private Readings() {}

    /** @param session with its payment intent and the charge of that expanded */
    static Snapshot snapshot(Session session, List<Refund> refunds, List<Dispute> disputes) {
        var state = switch (session.getStatus()) {
            case "open" -> Snapshot.Session.OPEN;
            case "complete" -> Snapshot.Session.COMPLETE;
            case "expired" -> Snapshot.Session.EXPIRED;
            case null, default -> throw new Till.Unavailable("A Checkout session is " + session.getStatus(), null);
        };
        var intent = session.getPaymentIntentObject();
        var charge = charge(session);
        return new Snapshot(state, intent == null ? null : intent.getId(), money(state, intent),
                intent == null ? 0 : intent.getAmountReceived(), charge == null ? null : charge.getId(),
                charge == null ? null : fee(charge.getBalanceTransactionObject()),
                refunds.stream().map(Readings::back).toList(), disputes.stream().map(Readings::dispute).toList(),
                charge == null ? null : card(charge));
    }

    static @Nullable Charge charge(Session session) {
        var intent = session.getPaymentIntentObject();
        return intent == null ? null : intent.getLatestChargeObject();
    }

    private static Snapshot.Back back(Refund refund) {
        var metadata = refund.getMetadata() == null ? Map.<String, String>of() : refund.getMetadata();
        var attempt = metadata.getOrDefault(ATTEMPT, "0");
        return new Snapshot.Back(refund.getId(), uuid(metadata.get(REFUND)).orElse(null),
                attempt.matches("\\d{1,6}") ? Integer.parseInt(attempt) : 0, refund.getAmount(),
                switch (refund.getStatus()) {
                    case "succeeded" -> Snapshot.Back.State.DONE;
                    case "failed", "canceled" -> Snapshot.Back.State.FAILED;
                    case null, default -> Snapshot.Back.State.UNDER_WAY;
                });
    }

    private static Snapshot.Dispute dispute(Dispute dispute) {
        var until = dispute.getEvidenceDetails() == null ? null : dispute.getEvidenceDetails().getDueBy();
        return new Snapshot.Dispute(dispute.getId(), dispute.getAmount(), dispute.getReason(),
                switch (dispute.getStatus()) {
                    case "warning_needs_response", "warning_under_review" -> Snapshot.Dispute.State.INQUIRY;
                    case "warning_closed", "prevented" -> Snapshot.Dispute.State.CLOSED;
                    case "won" -> Snapshot.Dispute.State.WON;
                    case "lost" -> Snapshot.Dispute.State.LOST;
                    case null, default -> Snapshot.Dispute.State.OPEN;
                }, until == null ? null : Instant.ofEpochSecond(until),
                dispute.getBalanceTransactions()
                    .stream()
                    .map(movement -> new Snapshot.Dispute.Movement(movement.getAmount() < 0, fee(movement)))
                    .toList());
    }

    private static Snapshot.Fee fee(BalanceTransaction movement) {
        return movement == null
                ? null
                : new Snapshot.Fee(movement.getId(), movement.getFee(),
                        movement.getCurrency().toUpperCase(Locale.ROOT));
    }

    /** A payment that takes days and fails in the end asks for another card on a page nobody can open any more. */
    private static Snapshot.Money money(Snapshot.Session session, PaymentIntent intent) {
        if (intent == null) {
            return Snapshot.Money.NONE;
        }
        return switch (intent.getStatus()) {
            case "requires_capture" -> Snapshot.Money.AUTHORIZED;
            case "succeeded" -> Snapshot.Money.CHARGED;
            case "canceled" -> Snapshot.Money.CANCELED;
            case "requires_payment_method" ->
                session == Snapshot.Session.COMPLETE ? Snapshot.Money.CANCELED : Snapshot.Money.NONE;
            default -> Snapshot.Money.NONE;
        };
    }

    private static String card(Charge charge) {
        if (!charge.getPaid() || charge.getPaymentMethodDetails() == null
                || charge.getPaymentMethodDetails().getCard() == null) {
            return null;
        }
        var card = charge.getPaymentMethodDetails().getCard();
        var brand = card.getBrand() == null ? "card" : card.getBrand();
        return brand.substring(0, 1).toUpperCase(Locale.ROOT) + brand.substring(1) + " •••• " + card.getLast4();
    }

    /** The booking an object carries, as the field Stripe has for it or as a mark of ours. */
    static Optional<BookingId> bookingIn(JsonNode object) {
        return booking(object.path("client_reference_id").asString(null))
            .or(() -> booking(object.path("metadata").path(BOOKING).asString(null)));
    }

    static Optional<BookingId> booking(String text) {
        return uuid(text).map(BookingId::new);
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return text == null || text.length() != 36 ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
