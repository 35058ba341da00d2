package com.mentormatch.sandbox.stripe;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;

import com.stripe.param.CustomerCreateParams;
import com.stripe.param.EventListParams;
import com.stripe.param.PaymentIntentCancelParams;
import com.stripe.param.PaymentIntentCaptureParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionExpireParams;
import com.stripe.param.checkout.SessionListParams;

/**
 * What Stripe knows, and the rules it keeps. Everything happens under one lock and at the instant the caller's clock
 * says; each change appends its events.
 */
final class Bank {

    static final String API_VERSION = "2026-07-29.dahlia";

    private static final Map<String, Long> MINIMUM = Map.of("gbp", 30L, "jpy", 50L, "dkk", 250L, "nok", 300L, "sek",
            300L, "kwd", 150L, "pln", 200L, "mxn", 1000L);
    private static final Set<String> THREE_DECIMALS = Set.of("bhd", "jod", "kwd", "omr", "tnd");
    private static final Duration AUTHORISATION_LASTS = Duration.ofDays(7);

    private final Map<String, Thing> objects = new LinkedHashMap<>();
    private final List<Thing> events = new ArrayList<>();
    private final Supplier<String> base;
    private final Consumer<Thing> published;
    private final Supplier<Instant> clock;
    private final Balance balance = new Balance(this);
    private Refunds refunds = Refunds.PROMPT;
    private boolean changed;

    Bank(Supplier<Instant> clock, Supplier<String> base, Consumer<Thing> published) {
        this.clock = clock;
        this.base = base;
        this.published = published;
    }

    // ---- customers

    synchronized Thing createCustomer(Thing form) {
        Params.check(CustomerCreateParams.class, form);
        var customer = keep(Thing.blank("customer").with("id", id("cus_", 14)).with("created", seconds()));
        for (var field : List.of("email", "name", "description", "phone"))
            if (form.has(field))
                customer.with(field, form.text(field));
        customer.with("metadata", form.child("metadata"));
        emit("customer.created", customer);
        return customer;
    }

    // ---- Checkout

    synchronized Thing createSession(Thing form) {
        Params.check(SessionCreateParams.class, form);
        if (!form.has("mode"))
            throw Refused.missing("mode");
        if (!form.is("mode", "payment"))
            throw Refused.parameter(null, "mode", "This stand-in knows Checkout in payment mode only.");
        if (!form.has("success_url"))
            throw Refused.missing("success_url");
        for (var url : List.of("success_url", "cancel_url"))
            if (form.has(url) && !form.text(url).matches("https?://.+"))
                throw Refused.parameter("url_invalid", url, "Not a valid URL");
        if (form.list("line_items").isEmpty())
            throw Refused.missing("line_items");
        var total = 0L;
        String currency = null;
        String product = null;
        String detail = null;
        for (var each : form.list("line_items")) {
            var item = (Thing) each;
            var price = item.child("price_data");
            if (price.isEmpty())
                throw Refused.missing("line_items[0][price_data]");
            for (var required : List.of("currency", "unit_amount", "product_data"))
                if (!price.has(required))
                    throw Refused.missing("line_items[0][price_data][" + required + "]");
            if (!price.child("product_data").has("name"))
                throw Refused.missing("line_items[0][price_data][product_data][name]");
            currency = price.text("currency").toLowerCase();
            product = product == null ? price.child("product_data").text("name") : product;
            detail = detail == null ? price.child("product_data").text("description") : detail;
            total += price.number("unit_amount") * (item.has("quantity") ? item.number("quantity") : 1);
        }
        if (!currency.matches("[a-z]{3}"))
            throw Refused.parameter(null, "line_items[0][price_data][currency]", "Invalid currency: " + currency + ".");
        if (THREE_DECIMALS.contains(currency) && total % 10 != 0)
            throw Refused.parameter("parameter_invalid_integer", "line_items[0][price_data][unit_amount]",
                    "Invalid integer: amounts in " + currency + " must be rounded to the nearest ten.");
        if (total < MINIMUM.getOrDefault(currency, 50L))
            throw Refused.parameter("amount_too_small", null,
                    "The Checkout Session's total amount due must add up to at least "
                            + MINIMUM.getOrDefault(currency, 50L) + " " + currency + " (in minor units).");
        if (total > 99_999_999)
            throw Refused.parameter("amount_too_large", null, "The total amount must be no more than 99999999.");
        if (form.has("customer"))
            find("customer", form.text("customer"), "customer");
        var now = seconds();
        var expires = form.has("expires_at") ? form.number("expires_at") : now + 86_400;
        if (expires < now + 1_800 || expires > now + 86_400)
            throw Refused.parameter(null, "expires_at",
                    "The `expires_at` timestamp must be less than 24 hours and at least 30 minutes from Checkout Session creation.");

        var id = id("cs_test_a1", 56);
        var session = keep(Thing.blank("checkout.session")
            .with("id", id)
            .with("created", now)
            .with("expires_at", expires)
            .with("amount_subtotal", total)
            .with("amount_total", total)
            .with("currency", currency)
            .with("url", base.get() + "/c/pay/" + id)
            .with("metadata", form.child("metadata"))
            .with("status", "open")
            .with("payment_status", "unpaid")
            .with("_intent", form.child("payment_intent_data"))
            .with("_product", product)
            .with("_detail", detail));
        for (var field : List.of("success_url", "cancel_url", "client_reference_id", "customer", "customer_email",
                "locale", "submit_type"))
            if (form.has(field))
                session.with(field, form.text(field));
        return session;
    }

    synchronized Thing expireSession(String id, Thing form) {
        Params.check(SessionExpireParams.class, form);
        var session = find("checkout.session", id, "session");
        if (!session.is("status", "open"))
            throw Refused.state(null,
                    "Only Checkout Sessions with a status in [\"open\"] can be expired. This Checkout "
                            + "Session has a status of `" + session.text("status") + "`.");
        expire(session);
        return session;
    }

    private void expire(Thing session) {
        session.with("status", "expired").with("url", null);
        if (session.has("payment_intent")) {
            var intent = objects.get(session.text("payment_intent"));
            intent.with("status", "canceled").with("canceled_at", seconds()).with("cancellation_reason", "expired");
            emit("payment_intent.canceled", intent);
        }
        emit("checkout.session.expired", session);
    }

    /** The person pays on the Checkout page: the card is charged, or only authorised where capture is manual. */
    synchronized Thing pay(String id) {
        var session = open(id);
        var intent = intent(session);
        var manual = intent.is("capture_method", "manual");
        var amount = session.number("amount_total");
        var charge = charge(intent).with("captured", !manual)
            .with("amount_captured", manual ? 0 : amount)
            .with("paid", true)
            .with("status", "succeeded");
        intent.with("latest_charge", charge.id())
            .with("payment_method", charge.text("payment_method"))
            .with("last_payment_error", null)
            .with("status", manual ? "requires_capture" : "succeeded")
            .with("amount_capturable", manual ? amount : 0)
            .with("amount_received", manual ? 0 : amount);
        session.with("status", "complete").with("payment_status", manual ? "unpaid" : "paid").with("url", null);
        var details = new Thing().with("address", null)
            .with("business_name", null)
            .with("email", session.has("customer_email") ? session.text("customer_email") : "payer@example.com")
            .with("individual_name", null)
            .with("name", "Test Payer")
            .with("phone", null)
            .with("tax_exempt", "none")
            .with("tax_ids", new ArrayList<>());
        session.with("customer_details", details);
        if (!manual)
            balance.charged(charge, amount);
        emit("charge.succeeded", charge);
        emit(manual ? "payment_intent.amount_capturable_updated" : "payment_intent.succeeded", intent);
        emit("checkout.session.completed", session);
        return session;
    }

    /** The bank says no. The session stays open for another card. */
    synchronized Thing decline(String id) {
        var session = open(id);
        var intent = intent(session);
        var charge = charge(intent).with("captured", false)
            .with("paid", false)
            .with("status", "failed")
            .with("failure_code", "card_declined")
            .with("failure_message", "Your card was declined.");
        charge.child("outcome")
            .with("network_status", "declined_by_network")
            .with("reason", "generic_decline")
            .with("seller_message", "The bank did not return any further details with this decline.")
            .with("type", "issuer_declined");
        intent.with("latest_charge", charge.id())
            .with("status", "requires_payment_method")
            .with("last_payment_error",
                    new Thing().with("charge", charge.id())
                        .with("code", "card_declined")
                        .with("decline_code", "generic_decline")
                        .with("doc_url", "https://stripe.com/docs/error-codes/card-declined")
                        .with("message", "Your card was declined.")
                        .with("type", "card_error"));
        emit("charge.failed", charge);
        emit("payment_intent.payment_failed", intent);
        return session;
    }

    private Thing open(String id) {
        var session = find("checkout.session", id, "session");
        if (!session.is("status", "open"))
            throw Refused.state("checkout_session_not_open",
                    "This Checkout Session is " + session.text("status") + ".");
        return session;
    }

    private Thing intent(Thing session) {
        if (session.has("payment_intent"))
            return objects.get(session.text("payment_intent"));
        var asked = session.child("_intent");
        var id = id("pi_3", 23);
        var intent = keep(Thing.blank("payment_intent")
            .with("id", id)
            .with("created", seconds())
            .with("client_secret", id + "_secret_" + id("", 25))
            .with("amount", session.number("amount_total"))
            .with("currency", session.text("currency"))
            .with("customer", session.text("customer"))
            .with("metadata", asked.child("metadata"))
            .with("status", "requires_payment_method")
            .with("_session", session.id()));
        for (var field : List.of("capture_method", "description", "receipt_email", "statement_descriptor",
                "statement_descriptor_suffix", "transfer_group"))
            if (asked.has(field))
                intent.with(field, asked.text(field));
        session.with("payment_intent", id);
        emit("payment_intent.created", intent);
        return intent;
    }

    private Thing charge(Thing intent) {
        var charge = keep(Thing.blank("charge")
            .with("id", id("ch_3", 23))
            .with("created", seconds())
            .with("amount", intent.number("amount"))
            .with("currency", intent.text("currency"))
            .with("customer", intent.text("customer"))
            .with("description", intent.text("description"))
            .with("metadata", intent.child("metadata").copy())
            .with("payment_intent", intent.id())
            .with("payment_method", id("pm_1", 23))
            .with("transfer_group", intent.text("transfer_group")));
        charge.child("payment_method_details").child("card").with("amount_authorized", intent.number("amount"));
        return charge;
    }

    // ---- payment intents

    synchronized Thing capture(String id, Thing form) {
        Params.check(PaymentIntentCaptureParams.class, form);
        var intent = find("payment_intent", id, "intent");
        if (!intent.is("status", "requires_capture"))
            throw Refused
                .state("payment_intent_unexpected_state", "This PaymentIntent could not be captured because it has a "
                        + "status of " + intent.text("status")
                        + ". Only a PaymentIntent with one of the following statuses may be captured: requires_capture.");
        var amount = form.has("amount_to_capture") ? form.number("amount_to_capture") : intent.number("amount");
        if (amount > intent.number("amount_capturable"))
            throw Refused.parameter("amount_too_large", "amount_to_capture",
                    "The amount to capture is more than the amount authorised.");
        var charge = objects.get(intent.text("latest_charge"));
        charge.with("captured", true).with("amount_captured", amount);
        balance.charged(charge, amount);
        intent.with("status", "succeeded").with("amount_capturable", 0).with("amount_received", amount);
        var session = objects.get(intent.text("_session"));
        session.with("payment_status", "paid");
        emit("charge.captured", charge);
        emit("payment_intent.succeeded", intent);
        return intent;
    }

    synchronized Thing cancel(String id, Thing form) {
        Params.check(PaymentIntentCancelParams.class, form);
        var intent = find("payment_intent", id, "intent");
        if (objects.get(intent.text("_session")).is("status", "open"))
            throw Refused.state("payment_intent_unexpected_state",
                    "You cannot cancel this PaymentIntent because it was created by a Checkout Session. Expire the Checkout Session instead.");
        if (Set.of("succeeded", "canceled").contains(intent.text("status")))
            throw Refused.state("payment_intent_unexpected_state",
                    "You cannot cancel this PaymentIntent because it has a status of " + intent.text("status")
                            + ". Only a PaymentIntent with one of the following statuses may be canceled: "
                            + "requires_payment_method, requires_capture, requires_confirmation, requires_action, processing.");
        cancel(intent, form.has("cancellation_reason") ? form.text("cancellation_reason") : null);
        return intent;
    }

    synchronized void lapse(String id) {
        cancel(find("payment_intent", id, "intent"), "automatic");
    }

    private void cancel(Thing intent, String reason) {
        intent.with("status", "canceled")
            .with("canceled_at", seconds())
            .with("cancellation_reason", reason)
            .with("amount_capturable", 0);
        var charge = objects.get(intent.text("latest_charge"));
        if (charge != null && charge.is("status", "succeeded")) {
            charge.with("refunded", true).with("amount_refunded", charge.number("amount"));
            emit("charge.refunded", charge);
        }
        emit("payment_intent.canceled", intent);
    }

    // ---- refunds

    synchronized Thing refund(Thing form) {
        Params.check(RefundCreateParams.class, form);
        Thing charge;
        if (form.has("payment_intent")) {
            var intent = find("payment_intent", form.text("payment_intent"), "payment_intent");
            if (!intent.has("latest_charge") || !intent.is("status", "succeeded"))
                throw Refused.state("charge_not_refundable",
                        "This PaymentIntent (" + intent.id() + ") does not have a successful charge to refund.");
            charge = objects.get(intent.text("latest_charge"));
        } else if (form.has("charge")) {
            charge = find("charge", form.text("charge"), "charge");
        } else {
            throw Refused.parameter("parameter_missing", null,
                    "One of the following params should be provided for this request: payment_intent or charge.");
        }
        if (refunds == Refunds.REFUSED)
            throw Refused.state("balance_insufficient",
                    "Insufficient funds in your Stripe balance to refund this amount.");
        var lost = balance.lost(charge);
        var left = charge.number("amount_captured") - charge.number("amount_refunded") - lost;
        if (balance.disputed(charge) || lost > 0 && left <= 0)
            throw Refused.state("charge_disputed",
                    "Charge " + charge.id() + " has been charged back; cannot issue a refund.");
        if (left <= 0)
            throw Refused.state("charge_already_refunded", "Charge " + charge.id() + " has already been refunded.");
        var amount = form.has("amount") ? form.number("amount") : left;
        if (amount < 1)
            throw Refused.parameter("parameter_invalid_integer", "amount",
                    "This value must be greater than or equal to 1.");
        if (THREE_DECIMALS.contains(charge.text("currency")) && amount % 10 != 0)
            throw Refused.parameter("parameter_invalid_integer", "amount",
                    "Invalid integer: amounts in " + charge.text("currency") + " must be rounded to the nearest ten.");
        if (amount > left)
            throw Refused.parameter(null, "amount", "Refund amount (" + amount + " " + charge.text("currency")
                    + ") is greater than unrefunded amount on charge (" + left + " " + charge.text("currency") + ")");
        var refund = keep(Thing.blank("refund")
            .with("id", id("re_3", 23))
            .with("amount", amount)
            .with("charge", charge.id())
            .with("created", seconds())
            .with("currency", charge.text("currency"))
            .with("metadata", form.child("metadata"))
            .with("payment_intent", charge.text("payment_intent"))
            .with("reason", form.text("reason"))
            .with("status", refunds == Refunds.SLOW ? "pending" : "succeeded"));
        refunded(charge, amount);
        balance.refunded(refund);
        emit("refund.created", refund);
        emit("charge.refunded", charge);
        return refund;
    }

    private static void refunded(Thing charge, long amount) {
        var refunded = charge.number("amount_refunded") + amount;
        charge.with("amount_refunded", refunded).with("refunded", refunded == charge.number("amount_captured"));
    }

    /** How refunds go from now on. */
    synchronized void refundsAre(Refunds fate) {
        refunds = fate;
    }

    /** The end of those that were under way. */
    synchronized void refundsEnd(boolean well) {
        for (var refund : all("refund"))
            if (refund.is("status", "pending")) {
                refund.with("status", well ? "succeeded" : "failed");
                if (!well) {
                    refund.with("failure_reason", "declined");
                    refunded(objects.get(refund.text("charge")), -refund.number("amount"));
                    balance.refundFailed(refund);
                }
                emit(well ? "refund.updated" : "refund.failed", refund);
            }
    }

    /** One that was carried out comes back after all, as when an account at the bank is closed. */
    synchronized void refundComesBack(String id) {
        var refund = find("refund", id, "id").with("status", "failed").with("failure_reason", "lost_or_stolen_card");
        refunded(objects.get(refund.text("charge")), -refund.number("amount"));
        balance.refundFailed(refund);
        emit("refund.failed", refund);
    }

    Balance balance() {
        return balance;
    }

    // ---- reading

    synchronized Thing retrieve(String type, String id) {
        if (type.equals("event"))
            return events.stream()
                .filter(event -> id.equals(event.id()))
                .findFirst()
                .orElseThrow(() -> Refused.notFound("event", "id", id));
        return find(type, id, type.equals("checkout.session") ? "session" : "id");
    }

    synchronized Thing sessionList(Thing form) {
        Params.check(SessionListParams.class, form);
        return page(all("checkout.session").stream()
            .filter(session -> !form.has("payment_intent") || session.is("payment_intent", form.text("payment_intent")))
            .filter(session -> !form.has("status") || session.is("status", form.text("status")))
            .toList(), form, "/v1/checkout/sessions");
    }

    synchronized Thing refundList(Thing form) {
        Params.check(RefundListParams.class, form);
        return page(all("refund").stream()
            .filter(refund -> !form.has("payment_intent") || refund.is("payment_intent", form.text("payment_intent")))
            .filter(refund -> !form.has("charge") || refund.is("charge", form.text("charge")))
            .toList(), form, "/v1/refunds");
    }

    /** @param account the connected one whose events are asked for; null for the platform's own */
    synchronized Thing eventList(String account, Thing form) {
        Params.check(EventListParams.class, form);
        var since = form.child("created");
        return page(events.stream()
            .filter(event -> account == null ? !event.has("account") : event.is("account", account))
            .filter(event -> !form.has("type") || matches(form.text("type"), event.text("type")))
            .filter(event -> form.list("types").isEmpty() || form.list("types").contains(event.text("type")))
            .filter(event -> !since.has("gte") || event.number("created") >= since.number("gte"))
            .filter(event -> !since.has("gt") || event.number("created") > since.number("gt"))
            .filter(event -> !since.has("lte") || event.number("created") <= since.number("lte"))
            .filter(event -> !since.has("lt") || event.number("created") < since.number("lt"))
            .toList(), form, "/v1/events");
    }

    private static boolean matches(String pattern, String type) {
        return pattern.endsWith("*")
                ? type.startsWith(pattern.substring(0, pattern.length() - 1))
                : pattern.equals(type);
    }

    /** Newest first, as Stripe lists everything. */
    static Thing page(List<Thing> found, Thing form, String url) {
        var newestFirst = found.reversed();
        var limit = form.has("limit") ? (int) form.number("limit") : 10;
        if (limit < 1 || limit > 100)
            throw Refused.parameter(null, "limit", "This value must be between 1 and 100.");
        var from = 0;
        if (form.has("starting_after")) {
            from = newestFirst.stream().map(Thing::id).toList().indexOf(form.text("starting_after")) + 1;
            if (from == 0)
                throw Refused.notFound("object", "starting_after", form.text("starting_after"));
        }
        var to = Math.min(newestFirst.size(), from + limit);
        return new Thing().with("object", "list")
            .with("data", new ArrayList<Object>(newestFirst.subList(from, to)))
            .with("has_more", to < newestFirst.size())
            .with("url", url);
    }

    /** Replaces the ids on these paths by the objects they stand for. The original is left as it is. */
    synchronized Thing shown(Thing thing, List<?> expand) {
        var shown = thing.shown();
        if (thing.is("object", "list"))
            shown.put("data",
                    new ArrayList<Object>(thing.list("data").stream().map(each -> ((Thing) each).shown()).toList()));
        if (thing.is("object", "transfer")) {
            var reversals = thing.child("reversals").list("data");
            shown.child("reversals")
                .with("data", new ArrayList<Object>(reversals.subList(0, Math.min(10, reversals.size()))))
                .with("has_more", reversals.size() > 10);
        }
        for (var path : expand)
            expand(shown, path.toString(), path.toString());
        return shown;
    }

    private void expand(Thing at, String path, String whole) {
        var dot = path.indexOf('.');
        var head = dot < 0 ? path : path.substring(0, dot);
        if (head.equals("data") && at.is("object", "list")) {
            at.list("data").forEach(each -> expand((Thing) each, path.substring(dot + 1), whole));
            return;
        }
        if (head.equals("refunds") && at.is("object", "charge"))
            at.put(head, page(all("refund").stream().filter(refund -> refund.is("charge", at.id())).toList(),
                    new Thing(), "/v1/charges/" + at.id() + "/refunds"));
        else if (at.get(head) instanceof String id && objects.containsKey(id))
            at.put(head, objects.get(id).shown());
        else if (!at.containsKey(head) || at.get(head) instanceof String)
            throw Refused.parameter(null, "expand", "This property cannot be expanded (" + whole + ").");
        if (dot >= 0 && at.get(head) instanceof Thing inner)
            expand(inner, path.substring(dot + 1), whole);
    }

    /** What time alone does: sessions run out, authorisations lapse. */
    synchronized void sweep() {
        var now = seconds();
        for (var session : all("checkout.session"))
            if (session.is("status", "open") && session.number("expires_at") <= now)
                expire(session);
        for (var intent : all("payment_intent"))
            if (intent.is("status", "requires_capture")
                    && intent.number("created") + AUTHORISATION_LASTS.toSeconds() <= now)
                cancel(intent, "automatic");
    }

    /** Everything of a type, oldest first; everything there is without one. */
    synchronized List<Thing> all(String type) {
        return objects.values().stream().filter(thing -> type == null || thing.is("object", type)).toList();
    }

    synchronized List<Thing> events() {
        return List.copyOf(events);
    }

    /** An event the stand-in would never make by itself; for tests of unknown types and other API versions. */
    synchronized Thing emit(String type, Thing object) {
        return emit(type, object, null);
    }

    /** @param account the connected account it happened on; null for the platform's own */
    synchronized Thing emit(String type, Thing object, String account) {
        var event = Thing.blank("event")
            .with("id", id("evt_3", 23))
            .with("type", type)
            .with("created", seconds())
            .with("api_version", API_VERSION)
            .with("pending_webhooks", 1)
            .with("data", new Thing().with("object", object.shown()));
        if (account != null)
            event.with("account", account);
        events.add(event);
        changed = true;
        published.accept(event);
        return event;
    }

    String url() {
        return base.get();
    }

    // ---- kept in a file

    synchronized Thing saved() {
        changed = false;
        return new Thing().with("objects", new ArrayList<Object>(objects.values()))
            .with("events", new ArrayList<Object>(events))
            .copy();
    }

    synchronized boolean changed() {
        return changed;
    }

    synchronized void restore(Thing saved) {
        saved.list("objects").forEach(each -> objects.put(((Thing) each).id(), (Thing) each));
        saved.list("events").forEach(each -> events.add((Thing) each));
    }

    Thing keep(Thing thing) {
        objects.put(thing.id(), thing);
        changed = true;
        return thing;
    }

    Thing find(String type, String id, String param) {
        var thing = objects.get(id);
        if (thing == null || !thing.is("object", type))
            throw Refused.notFound(type, param, id);
        return thing;
    }

    long seconds() {
        return clock.get().getEpochSecond();
    }

    static String id(String prefix, int length) {
        var letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        var id = new StringBuilder(prefix);
        for (int i = 0; i < length; i++)
            id.append(letters.charAt(ThreadLocalRandom.current().nextInt(letters.length())));
        return id.toString();
    }
}
