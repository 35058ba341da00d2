package com.mentormatch.payment.stripe;

import com.mentormatch.booking.BookingId;
import com.mentormatch.payment.Notice;
import com.mentormatch.payment.PaymentId;
import com.mentormatch.payment.Snapshot;
import com.mentormatch.payment.Till;
import com.mentormatch.shared.Amount;
import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.BalanceTransaction;
import com.stripe.model.Charge;
import com.stripe.model.Dispute;
import com.stripe.model.Event;
import com.stripe.model.HasId;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.StripeCollection;
import com.stripe.model.Transfer;
import com.stripe.net.RequestOptions;
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
import java.util.ArrayList;
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
    private static final String REFUND = "refund";
    private static final String TRANSFER = "transfer";
    private static final String REVERSAL = "reversal";
    private static final String ATTEMPT = "attempt";

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
        var state = switch (session.getStatus()) {
            case "open" -> Snapshot.Session.OPEN;
            case "complete" -> Snapshot.Session.COMPLETE;
            case "expired" -> Snapshot.Session.EXPIRED;
            case null, default -> throw new Unavailable("A Checkout session is " + session.getStatus(), null);
        };
        var intent = session.getPaymentIntentObject();
        var charge = intent == null ? null : intent.getLatestChargeObject();
        return new Snapshot(state, intent == null ? null : intent.getId(), money(state, intent),
                intent == null ? 0 : intent.getAmountReceived(), charge == null ? null : charge.getId(),
                charge == null ? null : fee(charge.getBalanceTransactionObject()),
                charge == null ? List.of() : refunds(charge), charge == null ? List.of() : disputes(charge),
                charge == null ? null : card(charge));
    }

    /** The ten newest come with the charge. */
    private List<Snapshot.Back> refunds(Charge charge) {
        var first = charge.getRefunds();
        if (first == null) {
            return List.of();
        }
        var refunds = !Boolean.TRUE.equals(first.getHasMore())
                ? first.getData()
                : all((after, options) -> stripe.v1()
                    .refunds()
                    .list(RefundListParams.builder()
                        .setCharge(charge.getId())
                        .setLimit(100L)
                        .setStartingAfter(after)
                        .build(), options));
        return refunds.stream().map(StripeTill::back).toList();
    }

    private interface Page<T extends HasId> {
        StripeCollection<T> after(String id, RequestOptions options) throws StripeException;
    }

    private <T extends HasId> List<T> all(Page<T> pages) {
        var found = new ArrayList<T>();
        StripeCollection<T> page;
        do {
            var last = found.isEmpty() ? null : found.getLast().getId();
            page = calls.read(options -> pages.after(last, options));
            found.addAll(page.getData());
        } while (Boolean.TRUE.equals(page.getHasMore()));
        return found;
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

    private List<Snapshot.Dispute> disputes(Charge charge) {
        if (!Boolean.TRUE.equals(charge.getDisputed())) {
            return List.of();
        }
        return calls
            .read(options -> stripe.v1()
                .disputes()
                .list(DisputeListParams.builder().setCharge(charge.getId()).build(), options))
            .getData()
            .stream()
            .map(StripeTill::dispute)
            .toList();
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
        var known = all((after, options) -> stripe.v1()
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
        var known = all((after, options) -> stripe.v1()
            .transfers()
            .reversals()
            .list(taken.transfer(),
                    TransferReversalListParams.builder().setLimit(100L).setStartingAfter(after).build(), options));
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

    @Override
    public List<Notice> noticesSince(Instant since) {
        var events = all((after, options) -> stripe.v1()
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
        var booking = booking(object.path("client_reference_id").asString(null))
            .or(() -> booking(object.path("metadata").path(BOOKING).asString(null)));
        return new Notice(event.getId(), event.getType(), event.getApiVersion(), object.path("id").asString(null),
                booking.orElse(null), event.getAccount());
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
