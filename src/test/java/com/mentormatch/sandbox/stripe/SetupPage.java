package com.mentormatch.sandbox.stripe;

import java.io.IOException;
import java.util.stream.Collectors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

/** The hosted page on which a mentor tells Stripe who they are: completes it, leaves it half done, or gets restricted. */
final class SetupPage implements HttpHandler {

    private final StripeStandIn stripe;

    SetupPage(StripeStandIn stripe) {
        this.stripe = stripe;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        var parts = exchange.getRequestURI().getPath().split("/");
        var id = parts.length > 2 ? parts[2] : "";
        var token = parts.length > 3 ? parts[3] : "";
        var act = parts.length > 4 ? parts[4] : "";
        try {
            var link = stripe.accountsBook().linked(id, token);
            if (link == null) {
                over(exchange, stripe.bank().retrieve("account", id).child("_link").text("refresh_url"));
                return;
            }
            if (!exchange.getRequestMethod().equals("POST")) {
                show(exchange, stripe.account(id), token);
                return;
            }
            switch (act) {
                case "complete" -> stripe.complete(id);
                case "half" -> stripe.half(id);
                case "pending" -> stripe.pend(id);
                case "restricted" -> stripe.restrict(id);
                default -> {
                    // Left as it was.
                }
            }
            Html.redirect(exchange, link.text("return_url"));
        } catch (Refused refused) {
            Html.page(exchange, refused.status, "Get paid", "", "<h1>" + Html.escape(refused.getMessage()) + "</h1>");
        }
    }

    private static void show(HttpExchange exchange, StripeStandIn.Account account, String token) throws IOException {
        var asked = account.due()
            .stream()
            .map(each -> "<li><code>" + Html.escape(each) + "</code></li>")
            .collect(Collectors.joining());
        var acts = new StringBuilder();
        act(acts, account, token, "complete", "Tell everything: I can be paid", "go");
        act(acts, account, token, "pending", "Tell everything: it is looked at", "");
        act(acts, account, token, "restricted", "My document cannot be read", "");
        act(acts, account, token, "half", "Save and finish later", "");
        act(acts, account, token, "leave", "Leave without telling anything", "");
        Html.page(exchange, 200, "Get paid · test mode", "", """
                <span class="mode">TEST MODE</span><section class="card"><h1>Get paid</h1><p>%s · %s</p>
                <p>%s</p><ul>%s</ul>%s</section>
                <p>This page stands in for Stripe's own. Nothing is asked and nobody is checked.</p>
                """.formatted(Html.escape(account.email()), account.country(),
                asked.isEmpty() ? "Nothing is asked for." : "Asked for:", asked, acts));
    }

    private static void act(StringBuilder acts, StripeStandIn.Account account, String token, String act, String text,
            String kind) {
        acts.append("""
                <form method="post" action="/setup/%s/%s/%s"><button class="%s" id="%3$s">%5$s</button></form>
                """.formatted(account.id(), token, act, kind, text));
    }

    private static void over(HttpExchange exchange, String again) throws IOException {
        if (again == null)
            Html.page(exchange, 404, "Get paid", "", "<h1>There is no such link.</h1>");
        else
            Html.redirect(exchange, again);
    }
}
