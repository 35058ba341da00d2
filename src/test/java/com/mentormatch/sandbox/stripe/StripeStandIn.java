package com.mentormatch.sandbox.stripe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.mentormatch.sandbox.Faults;
import com.sun.net.httpserver.HttpServer;

/**
 * Stripe on this machine: {@code stripe.api-base} points here, people pay on its Checkout page, and it tells the product
 * by signed webhooks.
 * <p>
 * A test starts one on a free port with its own clock, plays the person with {@link #pay}, {@link #decline} or nothing at
 * all, takes webhooks out of {@link #deliveries()} to hand them in by itself, and switches faults on with
 * {@link #failNext}. The sandbox gives it a port, a file to remember things in, and the address for webhooks.
 */
public final class StripeStandIn implements AutoCloseable {

    public static final String SECRET_KEY = "sk_test_standin";
    public static final String WEBHOOK_SECRET = "whsec_standin";
    /** The one that will take the place of the other; both are good meanwhile. */
    public static final String NEXT_WEBHOOK_SECRET = "whsec_standin_next";
    /** Of the endpoint for what happens in connected accounts. */
    public static final String CONNECT_WEBHOOK_SECRET = "whsec_standin_connect";

    private final InstantSource clock;
    private final Faults<Call, Fault> faults = new Faults<>(Call.ANY);
    private final Webhooks webhooks;
    private final Bank bank;
    private final Accounts accounts;
    private final Api api;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Path file;
    private volatile boolean stopped;

    private StripeStandIn(int port, InstantSource clock, Path file) throws IOException {
        this.clock = clock;
        this.file = file;
        webhooks = new Webhooks(clock::instant, WEBHOOK_SECRET, CONNECT_WEBHOOK_SECRET);
        bank = new Bank(clock::instant, () -> url().toString(), webhooks::take);
        accounts = new Accounts(bank);
        api = new Api(bank, accounts, SECRET_KEY);
        if (file != null && Files.exists(file))
            bank.restore(Thing.parse(Files.readString(file)));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 256);
        server.setExecutor(threads);
        server.createContext("/v1/", new ApiDoor(api, faults));
        server.createContext("/c/pay/", new CheckoutPage(this));
        server.createContext("/setup/", new SetupPage(this));
        server.createContext("/express/", new ExpressPage(this));
        server.createContext("/control", new ControlPage(this));
        server.createContext("/", exchange -> Html.redirect(exchange, "/control"));
        server.start();
        if (file != null)
            Thread.ofVirtual().name("stripe-stand-in").start(this::tick);
    }

    /** Forgets everything when it closes. Port 0 takes a free one. */
    public static StripeStandIn start(int port, InstantSource clock) {
        return start(port, clock, null);
    }

    public static StripeStandIn start(int port) {
        return start(port, Clock.systemUTC(), null);
    }

    /** Remembers everything in this file, and lets sessions run out by themselves. */
    public static StripeStandIn start(int port, InstantSource clock, Path file) {
        try {
            return new StripeStandIn(port, clock, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For {@code stripe.api-base}. */
    public URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    public Faults<Call, Fault> faults() {
        return faults;
    }

    public Webhooks webhooks() {
        return webhooks;
    }

    /** The next request of this kind fails so. */
    public void failNext(Call call, Fault fault) {
        faults.failNext(call, fault, 1);
    }

    // ---- what a person does at Checkout

    public void pay(String sessionId) {
        bank.sweep();
        bank.pay(sessionId);
    }

    public void decline(String sessionId) {
        bank.sweep();
        bank.decline(sessionId);
    }

    /** Closes the session, as when its time is over. */
    public void expire(String sessionId) {
        bank.expireSession(sessionId, new Thing());
    }

    /** Charges an authorised card, as when our own request arrived and its answer did not. */
    public void capture(String sessionId) {
        bank.capture(session(sessionId).intent(), new Thing());
    }

    /** The bank no longer keeps what it has authorised. */
    public void lapse(String sessionId) {
        bank.lapse(session(sessionId).intent());
    }

    // ---- what becomes of refunds

    public void refundsAre(Refunds fate) {
        bank.refundsAre(fate);
    }

    /** Carries those under way out, or fails them. */
    public void refundsEnd(boolean well) {
        bank.refundsEnd(well);
    }

    // ---- what becomes of a mentor's account

    public record Account(String id, String email, String country, boolean submitted, boolean chargesEnabled,
            boolean payoutsEnabled, List<String> due) {}

    public record Payout(String id, String account, long amount, String currency, String status) {}

    /** One that can be paid already, without a word to anybody. */
    public String enabledAccount(String email) {
        var quiet = accounts.create(new Thing().with("type", "express").with("country", "DE").with("email", email))
            .id();
        accounts.enableQuietly(quiet);
        return quiet;
    }

    public List<Account> accounts() {
        return bank.all("account").stream().map(StripeStandIn::account).toList();
    }

    public Account account(String id) {
        return account(bank.retrieve("account", id));
    }

    /** Everything asked for is told and found right. */
    public void complete(String account) {
        accounts.complete(account);
    }

    /** Half of it is told. */
    public void half(String account) {
        accounts.half(account);
    }

    /** Everything is told, and Stripe looks at it. */
    public void pend(String account) {
        accounts.pend(account);
    }

    /** An identity document could not be read: nothing can be earned until there is another. */
    public void restrict(String account) {
        restrict(account, "individual.verification.document", "verification_document_failed_copy",
                "The document could not be read.");
    }

    public void restrict(String account, String requirement, String code, String reason) {
        accounts.restrict(account, requirement, code, reason);
    }

    public Payout payOut(String account, long amount, String currency) {
        return payout(accounts.payOut(account, amount, currency));
    }

    /** It arrives, or the bank sends it back. */
    public void payoutEnds(String payout, boolean well) {
        accounts.payoutEnds(payout, well);
    }

    public List<Payout> payoutsOf(String account) {
        return accounts.payouts(account).stream().map(StripeStandIn::payout).toList();
    }

    /** By currency, in lower case. */
    public Map<String, Long> balanceOf(String account) {
        return accounts.amounts(account);
    }

    Accounts accountsBook() {
        return accounts;
    }

    private static Account account(Thing account) {
        return new Account(account.id(), account.text("email"), account.text("country"),
                account.is("details_submitted", "true"), account.is("charges_enabled", "true"),
                account.is("payouts_enabled", "true"),
                account.child("requirements").list("currently_due").stream().map(String::valueOf).toList());
    }

    private static Payout payout(Thing payout) {
        return new Payout(payout.id(), payout.text("_account"), payout.number("amount"), payout.text("currency"),
                payout.text("status"));
    }

    /** One that was carried out does not arrive after all. */
    public void refundComesBack(String refund) {
        bank.refundComesBack(refund);
    }

    /** An admin gives a part back on Stripe's own pages. */
    public void refundByHand(String intent, long amount) {
        bank.refund(new Thing().with("payment_intent", intent).with("amount", Long.toString(amount)));
    }

    // ---- transfers and disputes

    public record Transfer(String id, String destination, long amount, long reversed, String currency, String group,
            String charge) {}

    public record Dispute(String id, String charge, long amount, String status) {}

    public List<Transfer> transfersOf(Object group) {
        return bank.all("transfer")
            .stream()
            .filter(transfer -> transfer.is("transfer_group", group.toString()))
            .map(transfer -> new Transfer(transfer.id(), transfer.text("destination"), transfer.number("amount"),
                    transfer.number("amount_reversed"), transfer.text("currency"), transfer.text("transfer_group"),
                    transfer.text("source_transaction")))
            .toList();
    }

    /** A part of a transfer is taken back on Stripe's own pages. */
    public void reverseByHand(String transfer, long amount) {
        bank.balance().reverse(transfer, new Thing().with("amount", Long.toString(amount)));
    }

    /** The bank takes the money of a charge back. */
    public Dispute dispute(String charge) {
        return dispute(bank.balance().dispute(charge, "fraudulent", false));
    }

    /** The same of an amount, which may be a part of it. */
    public Dispute dispute(String charge, long amount) {
        return dispute(bank.balance().dispute(charge, amount, "fraudulent", false));
    }

    public List<Dispute> disputes() {
        return bank.all("dispute").stream().map(StripeStandIn::dispute).toList();
    }

    public List<Dispute> disputesOf(String charge) {
        return disputes().stream().filter(dispute -> dispute.charge().equals(charge)).toList();
    }

    /** The bank only asks about a charge. */
    public Dispute inquire(String charge) {
        return dispute(bank.balance().dispute(charge, "general", true));
    }

    public void disputeGoesOn(String dispute) {
        bank.balance().disputeGoesOn(dispute);
    }

    /** A bank that had decided for the mentee thinks again. */
    public void disputeTurns(String dispute) {
        bank.balance().disputeTurns(dispute);
    }

    public void disputeEnds(String dispute, boolean won) {
        bank.balance().disputeEnds(dispute, won);
    }

    /** What is charged from now on is exchanged as it arrives: a minor unit is so many of that currency, small letters. */
    public void settlesIn(String currency, String rate) {
        bank.balance().settlesIn(currency, rate);
    }

    public void settlesAsCharged() {
        bank.balance().settlesAsCharged();
    }

    /** The platform's balance by currency in small letters, fees taken off. */
    public Map<String, Long> balance() {
        return bank.balance().amounts();
    }

    /** What everything about the payments of a group has done to the platform's balance, fees taken off. */
    public long balanceOf(Object group) {
        return bank.balance().of(group.toString());
    }

    private static Dispute dispute(Thing dispute) {
        return new Dispute(dispute.id(), dispute.text("charge"), dispute.number("amount"), dispute.text("status"));
    }

    // ---- what happened

    public record Session(String id, String reference, String status, String paymentStatus, long amount,
            String currency, URI url, String successUrl, String cancelUrl, String intent, String product, String detail,
            boolean manual, long expiresAt) {}

    public record Intent(String id, String status, long amount, long received, String currency, String charge) {}

    public record Refund(String id, String intent, long amount, String currency, String status) {}

    public record Event(String id, String type, String objectId) {}

    public List<Session> sessions() {
        bank.sweep();
        return bank.all("checkout.session").stream().map(StripeStandIn::session).toList();
    }

    public Session session(String id) {
        bank.sweep();
        return session(bank.retrieve("checkout.session", id));
    }

    /** The sessions with this {@code client_reference_id}, oldest first. */
    public List<Session> sessionsOf(Object reference) {
        return sessions().stream().filter(session -> reference.toString().equals(session.reference())).toList();
    }

    public Intent intent(String id) {
        bank.sweep();
        return intent(bank.retrieve("payment_intent", id));
    }

    public List<Refund> refunds() {
        return bank.all("refund")
            .stream()
            .map(refund -> new Refund(refund.id(), refund.text("payment_intent"), refund.number("amount"),
                    refund.text("currency"), refund.text("status")))
            .toList();
    }

    public List<Refund> refundsOf(String intent) {
        return refunds().stream().filter(refund -> intent.equals(refund.intent())).toList();
    }

    /** Everything Stripe would have told, oldest first. */
    public List<Event> events() {
        bank.sweep();
        return bank.events()
            .stream()
            .map(event -> new Event(event.id(), event.text("type"), event.child("data").child("object").id()))
            .toList();
    }

    /** Every event as a signed webhook, oldest first, signed at this moment. */
    public List<Delivery> deliveries() {
        bank.sweep();
        return bank.events().stream().map(webhooks::sign).toList();
    }

    /** The events about this session and its payment, oldest first. */
    public List<Delivery> deliveriesOf(String sessionId) {
        var session = session(sessionId);
        return bank.events().stream().filter(event -> {
            var object = event.child("data").child("object");
            return sessionId.equals(object.id()) || session.intent() != null && (session.intent().equals(object.id())
                    || session.intent().equals(object.text("payment_intent")) || object.is("object", "transfer")
                            && session.reference() != null && object.is("transfer_group", session.reference()));
        }).map(webhooks::sign).toList();
    }

    /** The events of a connected account, oldest first. */
    public List<Delivery> deliveriesOfAccount(String account) {
        return bank.events().stream().filter(event -> event.is("account", account)).map(webhooks::sign).toList();
    }

    /** An event of any type about any object, as the product would receive it. */
    public Delivery invent(String type, String objectId, String apiVersion) {
        var object = bank.all(null)
            .stream()
            .filter(thing -> objectId.equals(thing.id()))
            .findFirst()
            .orElseGet(() -> new Thing().with("id", objectId).with("object", type.replaceAll("\\.[a-z_]+$", "")));
        var event = bank.emit(type, object);
        return webhooks.sign(apiVersion == null ? event : event.copy().with("api_version", apiVersion));
    }

    /** A header for any body, signed at this moment of the clock. */
    public String signature(String body) {
        return signature(body, WEBHOOK_SECRET);
    }

    /** The same with the secret of another endpoint. */
    public String signature(String body, String secret) {
        return Webhooks.signature(body, clock.instant(), secret);
    }

    /** Every request so far, in order of answering. */
    public List<Request> requests() {
        return api.log();
    }

    public List<Request> requests(Call call) {
        return requests().stream().filter(request -> call.matches(request.call())).toList();
    }

    Bank bank() {
        return bank;
    }

    static Session session(Thing session) {
        var url = session.text("url");
        return new Session(session.id(), session.text("client_reference_id"), session.text("status"),
                session.text("payment_status"), session.number("amount_total"), session.text("currency"),
                url == null ? null : URI.create(url), session.text("success_url"), session.text("cancel_url"),
                session.text("payment_intent"), session.text("_product"), session.text("_detail"),
                session.child("_intent").is("capture_method", "manual"), session.number("expires_at"));
    }

    private static Intent intent(Thing intent) {
        return new Intent(intent.id(), intent.text("status"), intent.number("amount"), intent.number("amount_received"),
                intent.text("currency"), intent.text("latest_charge"));
    }

    String now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    Delivery again(String eventId) {
        var event = bank.retrieve("event", eventId);
        webhooks.send(event);
        return webhooks.sign(event);
    }

    private void tick() {
        try {
            while (!stopped) {
                Thread.sleep(Duration.ofSeconds(1));
                bank.sweep();
                save();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void save() {
        if (file == null || !bank.changed())
            return;
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, bank.saved().json());
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Repeats and shuffles: a list as a careless network would deliver it. */
    public static List<Delivery> disordered(List<Delivery> deliveries, double repeated, Random random) {
        var all = new ArrayList<>(deliveries);
        deliveries.stream().filter(_ -> random.nextDouble() < repeated).forEach(all::add);
        Collections.shuffle(all, random);
        return all;
    }

    @Override
    public void close() {
        stopped = true;
        faults.clear();
        webhooks.stop();
        server.stop(0);
        threads.shutdownNow();
        save();
    }
}
