package com.mentormatch.sandbox.stripe;

import java.io.IOException;
import java.util.stream.Collectors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

/** A mentor's own page at Stripe: what is on the account and what has gone to the bank. Its buttons are Stripe's doing. */
final class ExpressPage implements HttpHandler {

    private final StripeStandIn stripe;

    ExpressPage(StripeStandIn stripe) {
        this.stripe = stripe;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        var parts = exchange.getRequestURI().getPath().split("/");
        var id = parts.length > 2 ? parts[2] : "";
        var act = parts.length > 4 ? parts[4] : "";
        try {
            if (exchange.getRequestMethod().equals("POST")) {
                switch (act) {
                    case "pay-out" -> stripe.balanceOf(id)
                        .entrySet()
                        .stream()
                        .filter(amount -> amount.getValue() > 0)
                        .forEach(amount -> stripe.payOut(id, amount.getValue(), amount.getKey()));
                    case "arrive",
                            "fail" ->
                        stripe.payoutsOf(id)
                            .stream()
                            .filter(payout -> payout.status().equals("in_transit"))
                            .forEach(payout -> stripe.payoutEnds(payout.id(), act.equals("arrive")));
                    case "complete" -> stripe.complete(id);
                    default -> stripe.restrict(id);
                }
                Html.redirect(exchange, String.join("/", "", parts[1], id, parts[3]));
                return;
            }
            show(exchange, stripe.account(id), "/express/" + id + "/" + (parts.length > 3 ? parts[3] : "x"));
        } catch (Refused refused) {
            Html.page(exchange, refused.status, "Account", "", "<h1>" + Html.escape(refused.getMessage()) + "</h1>");
        }
    }

    private void show(HttpExchange exchange, StripeStandIn.Account account, String here) throws IOException {
        var balance = stripe.balanceOf(account.id())
            .entrySet()
            .stream()
            .map(amount -> Html.money(amount.getValue(), amount.getKey()))
            .collect(Collectors.joining(", "));
        var payouts = stripe.payoutsOf(account.id())
            .reversed()
            .stream()
            .map(payout -> "<tr><td><code>%s</code></td><td>%s</td><td>%s</td></tr>".formatted(payout.id(),
                    Html.money(payout.amount(), payout.currency()), payout.status()))
            .collect(Collectors.joining());
        Html.page(exchange, 200, "Account · test mode", "", """
                <span class="mode">TEST MODE</span><section class="card"><h1>%s</h1><p>Charges %s, payouts %s</p>
                <p class="price">%s</p>
                <form method="post" action="%s/pay-out"><button class="go">Pay out now</button></form>
                <form method="post" action="%5$s/arrive"><button>What is on its way arrives</button></form>
                <form method="post" action="%5$s/fail"><button>The bank sends it back</button></form>
                <form method="post" action="%5$s/restrict"><button>Restrict the account</button></form>
                <form method="post" action="%5$s/complete"><button>Enable the account</button></form></section>
                <h2>Payouts</h2><table><tr><th>Payout<th>Amount<th>Status</tr>%6$s</table>
                """.formatted(Html.escape(account.email()), account.chargesEnabled() ? "on" : "off",
                account.payoutsEnabled() ? "on" : "off", balance.isEmpty() ? "0" : balance, here, payouts));
    }
}
