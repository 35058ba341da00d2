package com.mentormatch.sandbox.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** The doors of Stripe's API: key, idempotency, routes, errors. Knows nothing of HTTP's wire. */
final class Api {

    record Reply(int status, String body, String requestId, boolean replayed) {}

    private record Route(String method, Pattern path, Call call) {
        static Route of(String method, String path, Call call) {
            return new Route(method, Pattern.compile(path.replace("{id}", "([A-Za-z0-9_]+)")), call);
        }
    }

    private static final List<Route> ROUTES = List.of(Route.of("POST", "/v1/customers", Call.CUSTOMER_CREATE),
            Route.of("GET", "/v1/customers/{id}", Call.CUSTOMER_RETRIEVE),
            Route.of("POST", "/v1/checkout/sessions", Call.SESSION_CREATE),
            Route.of("GET", "/v1/checkout/sessions", Call.SESSION_LIST),
            Route.of("GET", "/v1/checkout/sessions/{id}", Call.SESSION_RETRIEVE),
            Route.of("POST", "/v1/checkout/sessions/{id}/expire", Call.SESSION_EXPIRE),
            Route.of("GET", "/v1/payment_intents/{id}", Call.INTENT_RETRIEVE),
            Route.of("POST", "/v1/payment_intents/{id}/capture", Call.INTENT_CAPTURE),
            Route.of("POST", "/v1/payment_intents/{id}/cancel", Call.INTENT_CANCEL),
            Route.of("GET", "/v1/charges/{id}", Call.CHARGE_RETRIEVE),
            Route.of("POST", "/v1/refunds", Call.REFUND_CREATE), Route.of("GET", "/v1/refunds", Call.REFUND_LIST),
            Route.of("GET", "/v1/refunds/{id}", Call.REFUND_RETRIEVE), Route.of("GET", "/v1/events", Call.EVENT_LIST),
            Route.of("GET", "/v1/events/{id}", Call.EVENT_RETRIEVE),
            Route.of("POST", "/v1/transfers", Call.TRANSFER_CREATE),
            Route.of("GET", "/v1/transfers", Call.TRANSFER_LIST),
            Route.of("GET", "/v1/transfers/{id}", Call.TRANSFER_RETRIEVE),
            Route.of("POST", "/v1/transfers/{id}/reversals", Call.TRANSFER_REVERSE),
            Route.of("GET", "/v1/transfers/{id}/reversals", Call.REVERSAL_LIST),
            Route.of("GET", "/v1/disputes", Call.DISPUTE_LIST),
            Route.of("GET", "/v1/disputes/{id}", Call.DISPUTE_RETRIEVE),
            Route.of("GET", "/v1/balance_transactions", Call.BALANCE_TRANSACTION_LIST),
            Route.of("GET", "/v1/balance_transactions/{id}", Call.BALANCE_TRANSACTION_RETRIEVE),
            Route.of("POST", "/v1/accounts", Call.ACCOUNT_CREATE), Route.of("GET", "/v1/accounts", Call.ACCOUNT_LIST),
            Route.of("GET", "/v1/accounts/{id}", Call.ACCOUNT_RETRIEVE),
            Route.of("POST", "/v1/account_links", Call.ACCOUNT_LINK),
            Route.of("POST", "/v1/accounts/{id}/login_links", Call.ACCOUNT_LOGIN),
            Route.of("GET", "/v1/balance", Call.BALANCE), Route.of("GET", "/v1/payouts", Call.PAYOUT_LIST),
            Route.of("GET", "/v1/payouts/{id}", Call.PAYOUT_RETRIEVE));

    /** The answer is empty while the first request with this key is still running. */
    private record Remembered(String fingerprint, Reply reply) {}

    private final Bank bank;
    private final Accounts accounts;
    private final String key;
    private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Request> log = new ConcurrentLinkedQueue<>();

    Api(Bank bank, Accounts accounts, String key) {
        this.bank = bank;
        this.accounts = accounts;
        this.key = key;
    }

    List<Request> log() {
        return List.copyOf(log);
    }

    /** Which call this is; nothing where Stripe has no such address. */
    Call call(String method, String path) {
        return ROUTES.stream()
            .filter(route -> route.method().equals(method) && route.path().matcher(path).matches())
            .map(Route::call)
            .findFirst()
            .orElse(null);
    }

    Reply answer(String method, String path, String form, String authorization, String idempotencyKey, String account) {
        var call = call(method, path);
        Reply reply;
        try {
            authorise(authorization);
            if (call == null)
                throw Refused.noSuchUrl(method, path);
            reply = call.writes() && idempotencyKey != null
                    ? once(call, idempotencyKey, path, form, account)
                    : act(call, path, form, account);
        } catch (Refused refused) {
            reply = reply(refused);
        }
        log.add(new Request(call, path, idempotencyKey, form, reply.status(), reply.replayed(), null));
        return reply;
    }

    /** What a fault that stops the request at the door answers. */
    Reply refuse(Refused refused) {
        return reply(refused);
    }

    void note(Call call, String path, String idempotencyKey, String form, int status, Fault fault) {
        log.add(new Request(call, path, idempotencyKey, form, status, false, fault));
    }

    private void authorise(String authorization) {
        String given = null;
        if (authorization != null && authorization.startsWith("Bearer "))
            given = authorization.substring(7).trim();
        else if (authorization != null && authorization.startsWith("Basic "))
            given = new String(Base64.getDecoder().decode(authorization.substring(6).trim()), UTF_8).split(":")[0];
        if (given == null || given.isEmpty())
            throw Refused.unauthorised("You did not provide an API key. You need to provide your API key in the "
                    + "Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').");
        if (!given.equals(key))
            throw Refused
                .unauthorised("Invalid API Key provided: " + given.substring(0, Math.min(8, given.length())) + "****");
    }

    private Reply once(Call call, String idempotencyKey, String path, String form, String account) {
        var fingerprint = path + "?" + form;
        var earlier = remembered.putIfAbsent(idempotencyKey, new Remembered(fingerprint, null));
        if (earlier != null) {
            if (!earlier.fingerprint().equals(fingerprint))
                throw Refused.otherParameters(idempotencyKey);
            if (earlier.reply() == null)
                throw Refused.keyInUse(idempotencyKey);
            return new Reply(earlier.reply().status(), earlier.reply().body(), requestId(), true);
        }
        try {
            var reply = act(call, path, form, account);
            remembered.put(idempotencyKey, new Remembered(fingerprint, reply));
            return reply;
        } catch (Refused refused) {
            var reply = reply(refused);
            if (refused.remembered)
                remembered.put(idempotencyKey, new Remembered(fingerprint, reply));
            else
                remembered.remove(idempotencyKey);
            return reply;
        } catch (RuntimeException e) {
            remembered.remove(idempotencyKey);
            throw e;
        }
    }

    /** @param account the connected one it is asked of; null for the platform's own */
    private Reply act(Call call, String path, String encoded, String account) {
        bank.sweep();
        var form = Form.read(encoded);
        var expand = new ArrayList<>(form.list("expand"));
        form.remove("expand");
        var parts = path.split("/");
        var id = switch (call) {
            case SESSION_EXPIRE, INTENT_CAPTURE, INTENT_CANCEL, ACCOUNT_LOGIN, TRANSFER_REVERSE, REVERSAL_LIST ->
                parts[parts.length - 2];
            default -> parts[parts.length - 1];
        };
        var thing = switch (call) {
            case CUSTOMER_CREATE -> bank.createCustomer(form);
            case CUSTOMER_RETRIEVE -> read("customer", id, form);
            case SESSION_CREATE -> bank.createSession(form);
            case SESSION_RETRIEVE -> read("checkout.session", id, form);
            case SESSION_LIST -> bank.sessionList(form);
            case SESSION_EXPIRE -> bank.expireSession(id, form);
            case INTENT_RETRIEVE -> read("payment_intent", id, form);
            case INTENT_CAPTURE -> bank.capture(id, form);
            case INTENT_CANCEL -> bank.cancel(id, form);
            case CHARGE_RETRIEVE -> read("charge", id, form);
            case REFUND_CREATE -> bank.refund(form);
            case REFUND_RETRIEVE -> read("refund", id, form);
            case REFUND_LIST -> bank.refundList(form);
            case EVENT_RETRIEVE -> read("event", id, form);
            case EVENT_LIST -> bank.eventList(account, form);
            case TRANSFER_CREATE -> bank.balance().transfer(form);
            case TRANSFER_RETRIEVE -> read("transfer", id, form);
            case TRANSFER_LIST -> bank.balance().transferList(form);
            case TRANSFER_REVERSE -> bank.balance().reverse(id, form);
            case REVERSAL_LIST -> bank.balance().reversalList(id, form);
            case DISPUTE_RETRIEVE -> read("dispute", id, form);
            case DISPUTE_LIST -> bank.balance().disputeList(form);
            case BALANCE_TRANSACTION_RETRIEVE -> read("balance_transaction", id, form);
            case BALANCE_TRANSACTION_LIST -> bank.balance().transactionList(form);
            case ACCOUNT_CREATE -> accounts.create(form);
            case ACCOUNT_RETRIEVE -> read("account", id, form);
            case ACCOUNT_LIST -> accounts.list(form);
            case ACCOUNT_LINK -> accounts.link(form);
            case ACCOUNT_LOGIN -> accounts.login(id, form);
            case BALANCE -> accounts.balance(account);
            case PAYOUT_RETRIEVE -> accounts.payout(account, id);
            case PAYOUT_LIST -> accounts.payoutList(account, form);
            case ANY -> throw new IllegalStateException();
        };
        return new Reply(200, bank.shown(thing, expand).json(), requestId(), false);
    }

    private Thing read(String type, String id, Thing form) {
        if (!form.isEmpty())
            throw Refused.parameter("parameter_unknown", form.firstEntry().getKey(),
                    "Received unknown parameter: " + form.firstEntry().getKey());
        return bank.retrieve(type, id);
    }

    private static Reply reply(Refused refused) {
        var requestId = requestId();
        return new Reply(refused.status, refused.body(requestId).json(), requestId, false);
    }

    private static String requestId() {
        return "req_" + Long.toString(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE), 36);
    }
}
