package com.mentormatch.sandbox.stripe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.stripe.param.AccountCreateParams;
import com.stripe.param.AccountLinkCreateParams;
import com.stripe.param.AccountListParams;
import com.stripe.param.LoginLinkCreateOnAccountParams;
import com.stripe.param.PayoutListParams;

/**
 * Connected accounts: how they come to be, what is still asked of them, what is on them and what goes on to a bank.
 * Everything stands in the {@link Bank} and happens under its lock.
 */
final class Accounts {

    private static final Duration LINK_LASTS = Duration.ofMinutes(10);
    private static final Duration ON_ITS_WAY = Duration.ofDays(2);

    /** What is asked of a person at first. */
    private static final List<String> FIRST = List.of("business_profile.mcc", "business_type", "external_account",
            "individual.address.city", "individual.address.line1", "individual.dob.day", "individual.first_name",
            "individual.last_name", "tos_acceptance.date", "tos_acceptance.ip");

    private static final Set<String> COUNTRIES = Set.of("AE", "AT", "AU", "BE", "BG", "BR", "CA", "CH", "CY", "CZ",
            "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GI", "GR", "HK", "HR", "HU", "IE", "IN", "IT", "JP", "LI", "LT",
            "LU", "LV", "MT", "MX", "MY", "NL", "NO", "NZ", "PL", "PT", "RO", "SE", "SG", "SI", "SK", "TH", "US");

    private final Bank bank;

    Accounts(Bank bank) {
        this.bank = bank;
    }

    Thing create(Thing form) {
        synchronized (bank) {
            Params.check(AccountCreateParams.class, form);
            if (form.has("type") && form.has("controller"))
                throw Refused.parameter(null, "type",
                        "You may not provide the `type` parameter and `controller` parameters simultaneously.");
            if (!form.has("type") && !form.has("controller"))
                throw Refused.missing("controller");
            if (form.has("country") && !COUNTRIES.contains(form.text("country")))
                throw Refused.parameter("country_unsupported", "country",
                        "Country '" + form.text("country") + "' is unknown. Try using a 2-character alphanumeric"
                                + " country code instead, such as 'US', 'EG', or 'GB'. A full list of country codes is"
                                + " available at https://stripe.com/global");
            var id = Bank.id("acct_1", 16);
            var account = bank.keep(Thing.blank("account")
                .with("id", id)
                .with("created", bank.seconds())
                .with("country", form.has("country") ? form.text("country") : "US")
                .with("default_currency", "eur")
                .with("email", form.text("email"))
                .with("metadata", form.child("metadata")));
            account.child("external_accounts").with("url", "/v1/accounts/" + id + "/external_accounts");
            ask(account, FIRST, List.of(), "requirements.past_due");
            return account;
        }
    }

    Thing list(Thing form) {
        synchronized (bank) {
            Params.check(AccountListParams.class, form);
            return Bank.page(bank.all("account"), form, "/v1/accounts");
        }
    }

    Thing link(Thing form) {
        synchronized (bank) {
            Params.check(AccountLinkCreateParams.class, form);
            for (var required : List.of("account", "type", "refresh_url", "return_url"))
                if (!form.has(required))
                    throw Refused.missing(required);
            for (var url : List.of("refresh_url", "return_url"))
                if (!form.text(url).matches("https?://.+"))
                    throw Refused.parameter("url_invalid", url, "Not a valid URL");
            var account = bank.find("account", form.text("account"), "account");
            if (form.is("type", "account_update"))
                throw Refused.parameter(null, "type", "You cannot create `account_update` type Account Links for this "
                        + "account. Account Links of this type can only be created for accounts where your platform "
                        + "is responsible for collecting requirements.");
            var token = Bank.id("", 12);
            var expires = bank.seconds() + LINK_LASTS.toSeconds();
            account.with("_link",
                    new Thing().with("token", token)
                        .with("expires", expires)
                        .with("return_url", form.text("return_url"))
                        .with("refresh_url", form.text("refresh_url")));
            return new Thing().with("object", "account_link")
                .with("created", bank.seconds())
                .with("expires_at", expires)
                .with("url", bank.url() + "/setup/" + account.id() + "/" + token);
        }
    }

    Thing login(String id, Thing form) {
        synchronized (bank) {
            Params.check(LoginLinkCreateOnAccountParams.class, form);
            var account = bank.find("account", id, "account");
            if (account.is("details_submitted", "false"))
                throw Refused.state(null,
                        "Cannot create a login link for an account that has not completed onboarding.");
            return new Thing().with("object", "login_link")
                .with("created", bank.seconds())
                .with("url", bank.url() + "/express/" + id + "/" + Bank.id("", 12));
        }
    }

    // ---- what a person does there, and what Stripe finds

    /** Where a link leads back to: nothing where it has been used or its time is over. */
    Thing linked(String id, String token) {
        synchronized (bank) {
            var link = bank.find("account", id, "account").child("_link");
            return link.is("token", token) && link.number("expires") > bank.seconds() ? link : null;
        }
    }

    /** Everything is told and found right. */
    void complete(String id) {
        synchronized (bank) {
            updated(enable(id));
        }
    }

    private Thing enable(String id) {
        var account = submitted(id).with("charges_enabled", true).with("payouts_enabled", true);
        account.child("capabilities").with("card_payments", "active").with("transfers", "active");
        ask(account, List.of(), List.of(), null);
        return account;
    }

    /** The same without an event: it was always so. */
    void enableQuietly(String id) {
        synchronized (bank) {
            enable(id);
        }
    }

    /** Half of it is told; the rest another time. */
    void half(String id) {
        synchronized (bank) {
            var account = bank.find("account", id, "account");
            ask(account, List.of("external_account", "tos_acceptance.date", "tos_acceptance.ip"), List.of(),
                    "requirements.past_due");
            updated(account);
        }
    }

    /** Everything is told, and Stripe looks at it. */
    void pend(String id) {
        synchronized (bank) {
            var account = submitted(id).with("charges_enabled", false).with("payouts_enabled", false);
            ask(account, List.of(), List.of(), "requirements.pending_verification");
            account.child("requirements")
                .with("pending_verification", new ArrayList<>(List.of("individual.verification.document")));
            updated(account);
        }
    }

    /** Something has come up: nothing can be earned until it is mended. */
    void restrict(String id, String requirement, String code, String reason) {
        synchronized (bank) {
            var account = submitted(id).with("charges_enabled", false).with("payouts_enabled", false);
            account.child("capabilities").with("card_payments", "inactive").with("transfers", "inactive");
            ask(account, List.of(requirement), List.of(requirement), "requirements.past_due");
            account.child("requirements")
                .with("errors", new ArrayList<>(List
                    .of(new Thing().with("code", code).with("reason", reason).with("requirement", requirement))));
            updated(account);
        }
    }

    private Thing submitted(String id) {
        var account = bank.find("account", id, "account").with("details_submitted", true);
        if (account.child("external_accounts").list("data").isEmpty())
            account.child("external_accounts")
                .with("total_count", 1)
                .with("data",
                        new ArrayList<>(List.of(new Thing().with("id", Bank.id("ba_1", 23))
                            .with("object", "bank_account")
                            .with("account", id)
                            .with("bank_name", "STRIPE TEST BANK")
                            .with("country", account.text("country"))
                            .with("currency", account.text("default_currency"))
                            .with("default_for_currency", true)
                            .with("last4", "6789")
                            .with("status", "new"))));
        return account;
    }

    private void ask(Thing account, List<String> due, List<String> past, String reason) {
        account.child("requirements")
            .with("currently_due", new ArrayList<>(due))
            .with("eventually_due", new ArrayList<>(due))
            .with("past_due", new ArrayList<>(past))
            .with("pending_verification", new ArrayList<>())
            .with("errors", new ArrayList<>())
            .with("disabled_reason", reason);
    }

    private void updated(Thing account) {
        bank.emit("account.updated", account, account.id());
    }

    // ---- what is on an account, and what goes on to a bank

    Thing balance(String id) {
        synchronized (bank) {
            var available = new ArrayList<>();
            amounts(id).forEach((currency,
                    amount) -> available.add(new Thing().with("amount", amount)
                        .with("currency", currency)
                        .with("source_types", new Thing().with("card", amount))));
            return new Thing().with("object", "balance")
                .with("available", available)
                .with("livemode", false)
                .with("pending", new ArrayList<>());
        }
    }

    /** By currency: what came in by transfers, less what was taken back and what has gone on. */
    Map<String, Long> amounts(String id) {
        synchronized (bank) {
            var amounts = new HashMap<String, Long>();
            bank.all("transfer")
                .stream()
                .filter(transfer -> transfer.is("destination", id))
                .forEach(transfer -> amounts.merge(transfer.text("currency"),
                        transfer.number("amount") - transfer.number("amount_reversed"), Long::sum));
            payouts(id).stream()
                .filter(payout -> !payout.is("status", "failed") && !payout.is("status", "canceled"))
                .forEach(payout -> amounts.merge(payout.text("currency"), -payout.number("amount"), Long::sum));
            return amounts;
        }
    }

    List<Thing> payouts(String id) {
        return bank.all("payout").stream().filter(payout -> payout.is("_account", id)).toList();
    }

    /** Stripe sends an amount on to the bank. */
    Thing payOut(String id, long amount, String currency) {
        synchronized (bank) {
            var account = bank.find("account", id, "account");
            if (account.is("payouts_enabled", "false"))
                throw Refused.state("payouts_not_allowed", "Payouts are not enabled on this account.");
            var payout = bank.keep(Thing.blank("payout")
                .with("id", Bank.id("po_1", 23))
                .with("amount", amount)
                .with("currency", currency)
                .with("created", bank.seconds())
                .with("arrival_date", (bank.seconds() + ON_ITS_WAY.toSeconds()) / 86_400 * 86_400)
                .with("destination", ((Thing) account.child("external_accounts").list("data").getFirst()).id())
                .with("_account", id));
            bank.emit("payout.created", payout, id);
            return payout;
        }
    }

    /** It arrives, or the bank sends it back. */
    void payoutEnds(String payoutId, boolean well) {
        synchronized (bank) {
            var payout = bank.find("payout", payoutId, "payout");
            payout.with("status", well ? "paid" : "failed")
                .with("failure_code", well ? null : "account_closed")
                .with("failure_message", well ? null : "The bank account has been closed");
            bank.emit(well ? "payout.paid" : "payout.failed", payout, payout.text("_account"));
        }
    }

    Thing payout(String account, String id) {
        synchronized (bank) {
            var payout = bank.find("payout", id, "payout");
            if (!payout.is("_account", account))
                throw Refused.notFound("payout", "payout", id);
            return payout;
        }
    }

    Thing payoutList(String account, Thing form) {
        synchronized (bank) {
            Params.check(PayoutListParams.class, form);
            var since = form.child("created");
            return Bank.page(payouts(account).stream()
                .filter(payout -> !form.has("status") || payout.is("status", form.text("status")))
                .filter(payout -> !since.has("gte") || payout.number("created") >= since.number("gte"))
                .toList(), form, "/v1/payouts");
        }
    }
}
