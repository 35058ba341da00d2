package com.mentormatch.sandbox.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;

import com.mentormatch.sandbox.Faults;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

/** The API on the wire, and everything that can go wrong there. */
final class ApiDoor implements HttpHandler {

    private final Api api;
    private final Faults<Call, Fault> faults;

    ApiDoor(Api api, Faults<Call, Fault> faults) {
        this.api = api;
        this.faults = faults;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        var method = exchange.getRequestMethod();
        var path = exchange.getRequestURI().getPath();
        var form = method.equals("GET")
                ? exchange.getRequestURI().getRawQuery()
                : new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        var key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        var call = api.call(method, path);
        var fault = call == null ? null : faults.next(call).orElse(null);
        try {
            switch (fault) {
                case ERROR_500 -> refuse(exchange, call, key, form, Refused.broken(500), fault);
                case UNAVAILABLE_503 -> refuse(exchange, call, key, form, Refused.broken(503), fault);
                case RATE_LIMITED_429 -> refuse(exchange, call, key, form, Refused.tooMany(), fault);
                case HANG -> {
                    api.note(call, path, key, form, 0, fault);
                    faults.hang();
                }
                case RESET_BEFORE -> api.note(call, path, key, form, 0, fault);
                case HANG_AFTER -> {
                    answer(exchange, form, key);
                    faults.hang();
                }
                case RESET_AFTER -> answer(exchange, form, key);
                case CUT_BODY -> {
                    var reply = answer(exchange, form, key);
                    var body = reply.body().getBytes(UTF_8);
                    headers(exchange, reply, key);
                    exchange.sendResponseHeaders(reply.status(), body.length);
                    exchange.getResponseBody().write(body, 0, body.length / 2);
                    exchange.getResponseBody().flush();
                }
                case null -> send(exchange, answer(exchange, form, key), key);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    private Api.Reply answer(HttpExchange exchange, String form, String key) {
        return api.answer(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), form,
                exchange.getRequestHeaders().getFirst("Authorization"), key,
                exchange.getRequestHeaders().getFirst("Stripe-Account"));
    }

    private void refuse(HttpExchange exchange, Call call, String key, String form, Refused refused, Fault fault)
            throws IOException {
        api.note(call, exchange.getRequestURI().getPath(), key, form, refused.status, fault);
        send(exchange, api.refuse(refused), key);
    }

    private void send(HttpExchange exchange, Api.Reply reply, String key) throws IOException {
        headers(exchange, reply, key);
        var body = reply.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(reply.status(), body.length);
        exchange.getResponseBody().write(body);
    }

    private void headers(HttpExchange exchange, Api.Reply reply, String key) {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "application/json");
        headers.set("Request-Id", reply.requestId());
        headers.set("Stripe-Version", Bank.API_VERSION);
        if (key != null)
            headers.set("Idempotency-Key", key);
        if (reply.replayed())
            headers.set("Idempotent-Replayed", "true");
    }
}
