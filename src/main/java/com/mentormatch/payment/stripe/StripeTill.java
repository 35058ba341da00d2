package com.mentormatch.payment.stripe;

import com.mentormatch.booking.BookingId;
import com.mentormatch.payment.PaymentId;
import com.mentormatch.payment.Snapshot;
import com.mentormatch.payment.Till;
import com.mentormatch.shared.Amount;
import com.stripe.StripeClient;
import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.checkout.Session;
import com.stripe.param.PaymentIntentCancelParams;
import com.stripe.param.PaymentIntentCaptureParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import com.stripe.param.checkout.SessionCreateParams.PaymentIntentData;
import com.stripe.param.checkout.SessionCreateParams.PaymentIntentData.CaptureMethod;
import com.stripe.param.checkout.SessionExpireParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class StripeTill implements Till {

    /** What Stripe's objects carry so that a message about one of them leads home. */
    static final String BOOKING = "booking";
    static final String PAYMENT = "payment";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final StripeClient stripe;
    private final Calls calls;

    StripeTill(StripeClient stripe, Calls calls) {
        this.stripe = stripe;
        this.calls = calls;
    }

    @Override
    public Opened open(Checkout checkout) {
        var session = calls.write(key("checkout", checkout.payment()),
                options -> stripe.v1().checkout().sessions().create(params(checkout), options));
        return new Opened(session.getId(), URI.create(session.getUrl()));
    }

    private static SessionCreateParams params(Checkout checkout) {
        var home = Map.of(BOOKING, checkout.booking().toString(), PAYMENT, checkout.payment().toString());
        var product = LineItem.PriceData.ProductData.builder()
            .setName(checkout.title())
            .setDescription(checkout.detail())
            .build();
        var price = LineItem.PriceData.builder()
            .setCurrency(checkout.amount().currency().toLowerCase(Locale.ROOT))
            .setUnitAmount(checkout.amount().minor())
            .setProductData(product)
            .build();
        var intent = PaymentIntentData.builder()
            .setCaptureMethod(checkout.hold() ? CaptureMethod.MANUAL : CaptureMethod.AUTOMATIC)
            .setTransferGroup(checkout.booking().toString())
            .putAllMetadata(home)
            .build();
        return SessionCreateParams.builder()
            .setMode(SessionCreateParams.Mode.PAYMENT)
            .addLineItem(LineItem.builder().setQuantity(1L).setPriceData(price).build())
            .addPaymentMethodType(SessionCreateParams.PaymentMethodType.CARD)
            .setPaymentIntentData(intent)
            .setClientReferenceId(checkout.booking().toString())
            .putAllMetadata(home)
            .setCustomerEmail(checkout.email())
            .setExpiresAt(checkout.expiresAt().getEpochSecond())
            .setSuccessUrl(checkout.paid().toString())
            .setCancelUrl(checkout.left().toString())
            .build();
    }

    @Override
    public Snapshot look(String session) {
        return snapshot(calls.read(options -> stripe.v1()
            .checkout()
            .sessions()
            .retrieve(session,
                    SessionRetrieveParams.builder().addExpand("payment_intent.latest_charge.refunds").build(),
                    options)));
    }

    private static Snapshot snapshot(Session session) {
        var state = switch (session.getStatus()) {
            case "open" -> Snapshot.Session.OPEN;
            case "complete" -> Snapshot.Session.COMPLETE;
            case "expired" -> Snapshot.Session.EXPIRED;
            case null, default -> throw new Unavailable("A Checkout session is " + session.getStatus(), null);
        };
        var intent = session.getPaymentIntentObject();
        if (intent == null) {
            return new Snapshot(state, null, Snapshot.Money.NONE, 0, 0, 0, 0, null);
        }
        var charge = intent.getLatestChargeObject();
        if (charge == null) {
            return new Snapshot(state, intent.getId(), money(intent), intent.getAmountReceived(), 0, 0, 0, null);
        }
        var refunds = charge.getRefunds() == null ? List.<Refund>of() : charge.getRefunds().getData();
        var failed = refunds.stream().filter(refund -> is(refund, "failed", "canceled")).count();
        return new Snapshot(state, intent.getId(), money(intent), intent.getAmountReceived(), sum(refunds, "succeeded"),
                sum(refunds, "pending", "requires_action"), Math.toIntExact(failed), card(charge));
    }

    private static long sum(List<Refund> refunds, String... statuses) {
        return refunds.stream().filter(refund -> is(refund, statuses)).mapToLong(Refund::getAmount).sum();
    }

    private static boolean is(Refund refund, String... statuses) {
        return List.of(statuses).contains(refund.getStatus());
    }

    private static Snapshot.Money money(PaymentIntent intent) {
        return switch (intent.getStatus()) {
            case "requires_capture" -> Snapshot.Money.AUTHORIZED;
            case "succeeded" -> Snapshot.Money.CHARGED;
            case "canceled" -> Snapshot.Money.CANCELED;
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

    @Override
    public void expire(PaymentId payment, String session) {
        calls.write(key("expire", payment),
                options -> stripe.v1()
                    .checkout()
                    .sessions()
                    .expire(session, SessionExpireParams.builder().build(), options));
    }

    @Override
    public void capture(PaymentId payment, String intent) {
        calls.write(key("capture", payment),
                options -> stripe.v1()
                    .paymentIntents()
                    .capture(intent, PaymentIntentCaptureParams.builder().build(), options));
    }

    @Override
    public void cancel(PaymentId payment, String intent) {
        calls.write(key("cancel", payment),
                options -> stripe.v1()
                    .paymentIntents()
                    .cancel(intent, PaymentIntentCancelParams.builder().build(), options));
    }

    @Override
    public void refund(PaymentId payment, String intent, Amount amount, int attempt) {
        calls.write(key("refund", payment) + (attempt == 1 ? "" : "-" + attempt),
                options -> stripe.v1()
                    .refunds()
                    .create(RefundCreateParams.builder()
                        .setPaymentIntent(intent)
                        .setAmount(amount.minor())
                        .putMetadata(PAYMENT, payment.toString())
                        .build(), options));
    }

    @Override
    public Optional<BookingId> bookingOf(String object) {
        try {
            return Optional.ofNullable(calls.<Map<String, String>>read(options -> switch (prefix(object)) {
                case "cs" -> stripe.v1().checkout().sessions().retrieve(object, options).getMetadata();
                case "pi" -> stripe.v1().paymentIntents().retrieve(object, options).getMetadata();
                case "ch" -> stripe.v1().charges().retrieve(object, options).getMetadata();
                case "tr" -> stripe.v1().transfers().retrieve(object, options).getMetadata();
                case "dp", "du" -> {
                    var intent = stripe.v1().disputes().retrieve(object, options).getPaymentIntent();
                    yield intent == null ? null : stripe.v1().paymentIntents().retrieve(intent, options).getMetadata();
                }
                case "re" -> {
                    var intent = stripe.v1().refunds().retrieve(object, options).getPaymentIntent();
                    yield intent == null ? null : stripe.v1().paymentIntents().retrieve(intent, options).getMetadata();
                }
                default -> Map.of();
            })).map(metadata -> metadata.get(BOOKING)).flatMap(StripeTill::booking);
        } catch (Refused unknown) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<String> objectOf(String event, @Nullable String account) {
        try {
            var found = calls.read(account, options -> stripe.v1().events().retrieve(event, options));
            var object = JSON.readTree(found.getDataObjectDeserializer().getRawJson());
            return Optional.ofNullable(object.path("id").asString(null));
        } catch (Refused unknown) {
            return Optional.empty();
        }
    }

    static Optional<BookingId> booking(String text) {
        try {
            return text == null || text.length() != 36
                    ? Optional.empty()
                    : Optional.of(new BookingId(UUID.fromString(text)));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static String prefix(String object) {
        return object == null ? "" : object.split("_", 2)[0];
    }

    private static String key(String act, PaymentId payment) {
        return act + "-" + payment;
    }
}
