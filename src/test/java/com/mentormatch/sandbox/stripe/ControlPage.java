package com.mentormatch.sandbox.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

/** Where one looks behind the curtain: sessions, events, and what shall go wrong. */
final class ControlPage implements HttpHandler {

    private final StripeStandIn stripe;

    ControlPage(StripeStandIn stripe) {
        this.stripe = stripe;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) {
            Html.page(exchange, 200, "Stripe stand-in", "wide", main());
            return;
        }
        var form = Form.read(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        try {
            act(exchange.getRequestURI().getPath().replaceFirst("^/control/?", ""), form);
            Html.redirect(exchange, "/control");
        } catch (Refused | IllegalArgumentException e) {
            Html.page(exchange, 400, "Stripe stand-in", "", "<h1>" + Html.escape(e.getMessage()) + "</h1>");
        }
    }

    private void act(String path, Thing form) {
        var webhooks = stripe.webhooks();
        switch (path) {
            case "fault" -> stripe.faults()
                .failNext(Call.valueOf(form.text("call")), Fault.valueOf(form.text("fault")),
                        (int) form.number("times"));
            case "well" -> {
                stripe.faults().clear();
                webhooks.reset();
            }
            case "webhooks" -> {
                switch (form.text("mode")) {
                    case "lost" -> webhooks.lose(true);
                    case "late" -> webhooks.delay(Duration.ofSeconds(20));
                    case "repeated" -> webhooks.repeat(3);
                    case "shuffled" -> webhooks.shuffle(true);
                    default -> webhooks.reset();
                }
            }
            case "again" -> stripe.again(form.text("event"));
            case "dispute" -> stripe.dispute(form.text("charge"));
            case "inquiry" -> stripe.inquire(form.text("charge"));
            case "won", "lost" -> stripe.disputeEnds(form.text("dispute"), path.equals("won"));
            case "restrict" -> stripe.restrict(form.text("account"));
            case "enable" -> stripe.complete(form.text("account"));
            case "expire" -> stripe.expire(form.text("session"));
            default -> throw new IllegalArgumentException("No such act: " + path);
        }
    }

    private String main() {
        var sessions = stripe.sessions()
            .reversed()
            .stream()
            .limit(50)
            .map(session -> """
                    <tr><td><code>%s</code></td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>
                    """.formatted(
                    session.url() == null ? session.id() : "<a href=\"" + session.url() + "\">" + session.id() + "</a>",
                    Html.escape(session.product()), Html.money(session.amount(), session.currency()), session.status(),
                    session.manual() ? "authorise" : "charge",
                    session.intent() == null ? "" : stripe.intent(session.intent()).status(), bank(session)))
            .collect(Collectors.joining());
        var events = stripe.events()
            .reversed()
            .stream()
            .limit(50)
            .map(event -> """
                    <tr><td>%s</td><td><code>%s</code></td><td>%s</td></tr>
                    """.formatted(event.type(), event.objectId(),
                    Html.button("/control/again", "event", event.id(), "Send again")))
            .collect(Collectors.joining());
        var accounts = stripe.accounts()
            .reversed()
            .stream()
            .limit(50)
            .map(account -> """
                    <tr><td><a href="/express/%s/x"><code>%1$s</code></a></td><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>
                    """
                .formatted(account.id(), Html.escape(account.email()), account.chargesEnabled() ? "on" : "off",
                        account.payoutsEnabled() ? "on" : "off",
                        account.chargesEnabled()
                                ? Html.button("/control/restrict", "account", account.id(), "Restrict")
                                : Html.button("/control/enable", "account", account.id(), "Enable")))
            .collect(Collectors.joining());
        var planned = stripe.faults()
            .planned()
            .stream()
            .map(plan -> plan.fault() + " on " + plan.call() + " × " + plan.times())
            .collect(Collectors.joining(", "));
        return """
                <span class="mode">TEST MODE</span><h1>Stripe stand-in</h1><p>%s · %s</p>
                <section class="card"><form method="post" action="/control/fault" class="row">
                <label>Fail <select name="fault">%s</select></label><label>at <select name="call">%s</select></label>
                <label>times <input name="times" type="number" min="1" value="1"></label><button>Switch on</button></form>
                <form method="post" action="/control/webhooks" class="row"><label>Webhooks are
                <select name="mode"><option>well</option><option>lost</option><option>late</option><option>repeated</option><option>shuffled</option></select></label>
                <button>Set</button></form>
                <form method="post" action="/control/well"><button class="go">Make all well again</button></form></section>
                <h2>Checkout sessions</h2><div class="scroll"><table><tr><th>Session<th>For<th>Amount<th>Status<th>Card is<th>Payment<th>Bank</tr>%s</table></div>
                <h2>Accounts</h2><div class="scroll"><table><tr><th>Account<th>Of<th>Charges<th>Payouts<th></tr>%s</table></div>
                <h2>Events</h2><div class="scroll"><table><tr><th>Type<th>About<th></tr>%s</table></div>
                """
            .formatted(stripe.now(), planned.isEmpty() && stripe.webhooks().state().isEmpty()
                    ? "all is well"
                    : planned + " "
                            + (stripe.webhooks().state().isEmpty() ? "" : "webhooks " + stripe.webhooks().state()),
                    options(Fault.values()), options(Call.values()), sessions, accounts, events);
    }

    /** What the payer's bank has done about a charge, and what it can do next. */
    private String bank(StripeStandIn.Session session) {
        if (session.intent() == null || !stripe.intent(session.intent()).status().equals("succeeded"))
            return "";
        var charge = stripe.intent(session.intent()).charge();
        return stripe.disputesOf(charge)
            .stream()
            .findFirst()
            .map(dispute -> dispute.status() + (dispute.status().matches("won|lost|warning_closed")
                    ? ""
                    : Html.button("/control/won", "dispute", dispute.id(), "Win it")
                            + Html.button("/control/lost", "dispute", dispute.id(), "Lose it")))
            .orElseGet(() -> Html.button("/control/dispute", "charge", charge, "Charge back")
                    + Html.button("/control/inquiry", "charge", charge, "Only ask"));
    }

    private static String options(Object[] values) {
        return Arrays.stream(values).map(value -> "<option>" + value + "</option>").collect(Collectors.joining());
    }
}
