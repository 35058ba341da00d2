package com.mentormatch.payment.stripe;

import static com.mentormatch.payment.stripe.Readings.ATTEMPT;
import static com.mentormatch.payment.stripe.Readings.BOOKING;
import static com.mentormatch.payment.stripe.Readings.PAYMENT;
import static com.mentormatch.payment.stripe.Readings.REFUND;
import static com.mentormatch.payment.stripe.Readings.REVERSAL;
import static com.mentormatch.payment.stripe.Readings.TRANSFER;

import com.mentormatch.booking.BookingId;
import com.mentormatch.payment.Notice;
import com.mentormatch.payment.PaymentId;
import com.mentormatch.payment.Snapshot;
import com.mentormatch.payment.Till;
import com.mentormatch.shared.Amount;
import com.stripe.StripeClient;
import com.stripe.model.Charge;
import com.stripe.model.Dispute;
import com.stripe.model.Event;
import com.stripe.model.Refund;
import com.stripe.model.Transfer;
import com.stripe.param.ChargeRetrieveParams;
import com.stripe.param.DisputeListParams;
import com.stripe.param.PaymentIntentCancelParams;
import com.stripe.param.PaymentIntentCaptureParams;
import com.stripe.param.EventListParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import com.stripe.param.TransferCreateParams;
import com.stripe.param.TransferListParams;
import com.stripe.param.TransferReversalCreateParams;
import com.stripe.param.TransferReversalListParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import com.stripe.param.checkout.SessionCreateParams.PaymentIntentData;
import com.stripe.param.checkout.SessionCreateParams.PaymentIntentData.CaptureMethod;
import com.stripe.param.checkout.SessionExpireParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.Instant;
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
    public Snapshot look(String id) {
        var session = calls.read(options -> stripe.v1()
            .checkout()
            .sessions()
            .retrieve(id,
                    SessionRetrieveParams.builder()
                        .addExpand("payment_intent.latest_charge.refunds")
                        .addExpand("payment_intent.latest_charge.balance_transaction")
                        .build(),
                    options));
        var charge = Readings.charge(session);
        return Readings.snapshot(session, charge == null ? List.of() : refunds(charge),
                charge == null ? List.of() : disputes(charge));
    }

    /** The ten newest come with the charge. */
    private List<Refund> refunds(Charge charge) {
        var first = charge.getRefunds();
        if (first == null) {
            return List.of();
        }
        return !Boolean.TRUE.equals(first.getHasMore())
                ? first.getData()
                : calls.all((after, options) -> stripe.v1()
                    .refunds()
                    .list(RefundListParams.builder()
                        .setCharge(charge.getId())
                        .setLimit(100L)
                        .setStartingAfter(after)
                        .build(), options));
    }

    private List<Dispute> disputes(Charge charge) {
        if (!Boolean.TRUE.equals(charge.getDisputed())) {
            return List.of();
        }
        return calls
            .read(options -> stripe.v1()
                .disputes()
                .list(DisputeListParams.builder().setCharge(charge.getId()).build(), options))
            .getData();
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
    public void refund(Back back) {
        calls.write(key("refund", back.refund(), back.attempt()),
                options -> stripe.v1()
                    .refunds()
                    .create(RefundCreateParams.builder()
                        .setPaymentIntent(back.intent())
                        .setAmount(back.amount().minor())
                        .putMetadata(BOOKING, back.booking().toString())
                        .putMetadata(PAYMENT, back.payment().toString())
                        .putMetadata(REFUND, back.refund().toString())
                        .putMetadata(ATTEMPT, Integer.toString(back.attempt()))
                        .build(), options));
    }

    /**
     * Looks for it first: Stripe forgets keys after a day. It is moved in the currency Stripe settled the charge in, which
     * is the only one it moves from a charge.
     */
    @Override
    public Moved transfer(Share share) {
        var known = calls.all((after, options) -> stripe.v1()
            .transfers()
            .list(TransferListParams.builder()
                .setTransferGroup(share.booking().toString())
                .setLimit(100L)
                .setStartingAfter(after)
                .build(), options));
        return known.stream()
            .filter(transfer -> share.transfer().toString().equals(transfer.getMetadata().get(TRANSFER)))
            .findFirst()
            .map(StripeTill::moved)
            .orElseGet(() -> moved(calls.write(key("transfer", share.transfer(), share.attempt()),
                    options -> stripe.v1().transfers().create(params(share, settled(share)), options))));
    }

    private static TransferCreateParams params(Share share, Amount settled) {
        return TransferCreateParams.builder()
            .setAmount(settled.minor())
            .setCurrency(settled.currency().toLowerCase(Locale.ROOT))
            .setDestination(share.destination())
            .setSourceTransaction(share.charge())
            .setTransferGroup(share.booking().toString())
            .putMetadata(BOOKING, share.booking().toString())
            .putMetadata(TRANSFER, share.transfer().toString())
            .build();
    }

    private Amount settled(Share share) {
        var charge = calls.read(options -> stripe.v1()
            .charges()
            .retrieve(share.charge(), ChargeRetrieveParams.builder().addExpand("balance_transaction").build(),
                    options));
        var movement = charge.getBalanceTransactionObject();
        if (movement == null || movement.getCurrency().equalsIgnoreCase(share.amount().currency())) {
            return share.amount();
        }
        var part = BigDecimal.valueOf(share.amount().minor())
            .multiply(BigDecimal.valueOf(movement.getAmount()))
            .divide(BigDecimal.valueOf(charge.getAmount()), 0, RoundingMode.HALF_UP);
        return new Amount(part.longValueExact(), movement.getCurrency().toUpperCase(Locale.ROOT));
    }

    private static Moved moved(Transfer transfer) {
        return new Moved(transfer.getId(), transfer.getAmount(), transfer.getCurrency().toUpperCase(Locale.ROOT));
    }

    /** Looks for it first, as for a transfer. */
    @Override
    public String reverse(Taken taken) {
        var known = calls.all((after, options) -> stripe.v1()
            .transfers()
            .reversals()
            .list(taken.transfer(), TransferReversalListParams.builder().setLimit(100L).setStartingAfter(after).build(),
                    options));
        return known.stream()
            .filter(reversal -> taken.reversal().toString().equals(reversal.getMetadata().get(REVERSAL)))
            .findFirst()
            .orElseGet(() -> calls.write(key("reversal", taken.reversal(), taken.attempt()),
                    options -> stripe.v1()
                        .transfers()
                        .reversals()
                        .create(taken.transfer(),
                                TransferReversalCreateParams.builder()
                                    .setAmount(taken.minor())
                                    .putMetadata(REVERSAL, taken.reversal().toString())
                                    .build(),
                                options)))
            .getId();
    }

    @Override
    public Optional<Arrived> lookAtTransfer(String id) {
        try {
            var transfer = calls.read(options -> stripe.v1().transfers().retrieve(id, options));
            return Optional.of(new Arrived(transfer.getAmount(), transfer.getAmountReversed()));
        } catch (Refused unknown) {
            return Optional.empty();
        }
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
            })).map(metadata -> metadata.get(BOOKING)).flatMap(Readings::booking);
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

    @Override
    public List<Notice> noticesSince(Instant since) {
        var events = calls.all((after, options) -> stripe.v1()
            .events()
            .list(EventListParams.builder()
                .setCreated(EventListParams.Created.builder().setGte(since.getEpochSecond()).build())
                .setLimit(100L)
                .setStartingAfter(after)
                .build(), options));
        return events.stream().map(StripeTill::notice).toList();
    }

    private static Notice notice(Event event) {
        var object = JSON.readTree(event.getDataObjectDeserializer().getRawJson());
        return new Notice(event.getId(), event.getType(), event.getApiVersion(), object.path("id").asString(null),
                Readings.bookingIn(object).orElse(null), event.getAccount());
    }

    private static String prefix(String object) {
        return object == null ? "" : object.split("_", 2)[0];
    }

    private static String key(String act, PaymentId payment) {
        return act + "-" + payment;
    }

    private static String key(String act, UUID id, int attempt) {
        return act + "-" + id + (attempt == 1 ? "" : "-" + attempt);
    }
}
