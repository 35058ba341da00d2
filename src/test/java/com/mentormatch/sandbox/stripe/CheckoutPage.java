package com.mentormatch.sandbox.stripe;

import java.io.IOException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

/** The hosted page where one pays, is declined, or leaves. */
final class CheckoutPage implements HttpHandler {

    private final StripeStandIn stripe;

    CheckoutPage(StripeStandIn stripe) {
        this.stripe = stripe;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        var parts = exchange.getRequestURI().getPath().split("/");
        var id = parts.length > 3 ? parts[3] : "";
        var act = parts.length > 4 ? parts[4] : "";
        try {
            var session = stripe.session(id);
            if (!session.status().equals("open"))
                over(exchange, session);
            else if (!exchange.getRequestMethod().equals("POST"))
                show(exchange, session, "");
            else if (act.equals("leave"))
                Html.redirect(exchange, session.cancelUrl());
            else if (act.equals("decline")) {
                stripe.decline(id);
                show(exchange, session, "Your card was declined. Nothing was charged; try another card or leave.");
            } else {
                stripe.pay(id);
                Html.redirect(exchange, session.successUrl().replace("{CHECKOUT_SESSION_ID}", id));
            }
        } catch (Refused refused) {
            Html.page(exchange, refused.status, "Checkout", "", "<h1>" + Html.escape(refused.getMessage()) + "</h1>");
        }
    }

    private void show(HttpExchange exchange, StripeStandIn.Session session, String alert) throws IOException {
        var money = Html.money(session.amount(), session.currency());
        var main = """
                <span class="mode">TEST MODE</span>
                <section class="card"><h1>%s</h1><p class="price">%s</p><p>%s</p><p>%s</p>
                <p class="alert" role="alert">%s</p>
                <div class="fake" aria-hidden="true"><span>4242 4242 4242 4242</span><span>12 / 34</span></div>
                <form method="post" action="/c/pay/%6$s/pay"><button class="go" id="pay">%7$s %2$s</button></form>
                <form method="post" action="/c/pay/%6$s/decline"><button id="decline">Card is declined</button></form>
                <form method="post" action="/c/pay/%6$s/leave"><button id="leave">Leave without paying</button></form>
                </section><p>This page stands in for Stripe Checkout. No card is asked for and no money moves.</p>
                """.formatted(Html.escape(session.product()), Html.escape(money),
                Html.escape(session.detail() == null ? "" : session.detail()),
                session.manual()
                        ? "The card is only authorised now. It is charged when the mentor accepts."
                        : "The card is charged now.",
                Html.escape(alert), session.id(), session.manual() ? "Authorise" : "Pay");
        Html.page(exchange, 200, "Pay " + money + " · test mode", "", main);
    }

    private void over(HttpExchange exchange, StripeStandIn.Session session) throws IOException {
        var done = session.status().equals("complete");
        var back = done ? session.successUrl().replace("{CHECKOUT_SESSION_ID}", session.id()) : session.cancelUrl();
        Html.page(exchange, 200, "Checkout is over", "",
                """
                        <span class="mode">TEST MODE</span><section class="card"><h1>%s</h1><p><a href="%s">Back to the shop</a></p></section>
                        """
                    .formatted(done ? "This has already been paid." : "This checkout has run out. Nothing was charged.",
                            Html.escape(back)));
    }
}
