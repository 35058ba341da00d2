package com.mentormatch.payment.stripe;

import com.mentormatch.account.AccountId;
import com.mentormatch.payment.AccountStanding;
import com.mentormatch.payment.AccountStanding.Requirement;
import com.mentormatch.payment.AccountStanding.Urgency;
import com.mentormatch.payment.Connect;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.FormToken;
import com.mentormatch.shared.PlainText;
import com.stripe.StripeClient;
import com.stripe.model.Account;
import com.stripe.param.AccountCreateParams;
import com.stripe.param.AccountCreateParams.Capabilities;
import com.stripe.param.AccountCreateParams.Controller;
import com.stripe.param.AccountLinkCreateParams;
import com.stripe.param.AccountListParams;
import com.stripe.param.PayoutListParams;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class StripeConnect implements Connect {

    private static final String MENTOR = "mentor";

    private final StripeClient stripe;
    private final Calls calls;

    StripeConnect(StripeClient stripe, Calls calls) {
        this.stripe = stripe;
        this.calls = calls;
    }

    /** The platform bears the losses, as it has to where it charges; Stripe asks the mentor and shows them an account. */
    @Override
    public String open(AccountId mentor, String email, String country) {
        var controller = Controller.builder()
            .setFees(Controller.Fees.builder().setPayer(Controller.Fees.Payer.APPLICATION).build())
            .setLosses(Controller.Losses.builder().setPayments(Controller.Losses.Payments.APPLICATION).build())
            .setStripeDashboard(
                    Controller.StripeDashboard.builder().setType(Controller.StripeDashboard.Type.EXPRESS).build())
            .build();
        var capabilities = Capabilities.builder()
            .setTransfers(Capabilities.Transfers.builder().setRequested(true).build())
            .setCardPayments(Capabilities.CardPayments.builder().setRequested(true).build())
            .build();
        var params = AccountCreateParams.builder()
            .setController(controller)
            .setCapabilities(capabilities)
            .setCountry(country)
            .setEmail(email)
            .putMetadata(MENTOR, mentor.toString())
            .build();
        // Another address or country is another question: under the same key Stripe would refuse it.
        var asked = UUID.nameUUIDFromBytes((country + " " + email).getBytes(StandardCharsets.UTF_8));
        return calls.write("account-" + mentor + "-" + asked, options -> stripe.v1().accounts().create(params, options))
            .getId();
    }

    @Override
    public URI onboarding(String account, URI back, URI again, FormToken token) {
        var params = AccountLinkCreateParams.builder()
            .setAccount(account)
            .setType(AccountLinkCreateParams.Type.ACCOUNT_ONBOARDING)
            .setReturnUrl(back.toString())
            .setRefreshUrl(again.toString())
            .build();
        return URI
            .create(calls.write("account-link-" + token, options -> stripe.v1().accountLinks().create(params, options))
                .getUrl());
    }

    @Override
    public URI dashboard(String account, FormToken token) {
        return URI.create(calls
            .write("login-link-" + token, options -> stripe.v1().accounts().loginLinks().create(account, options))
            .getUrl());
    }

    @Override
    public AccountStanding look(String account) {
        return standing(calls.read(options -> stripe.v1().accounts().retrieve(account, options)));
    }

    @Override
    public Map<String, AccountStanding> standings() {
        return calls
            .all((after, options) -> stripe.v1()
                .accounts()
                .list(AccountListParams.builder().setLimit(100L).setStartingAfter(after).build(), options))
            .stream()
            .collect(Collectors.toMap(Account::getId, StripeConnect::standing, (_, later) -> later));
    }

    private static AccountStanding standing(Account account) {
        var asked = account.getRequirements();
        var active = account.getCapabilities() != null && "active".equals(account.getCapabilities().getTransfers());
        return new AccountStanding(Boolean.TRUE.equals(account.getDetailsSubmitted()),
                Boolean.TRUE.equals(account.getChargesEnabled()), active,
                Boolean.TRUE.equals(account.getPayoutsEnabled()),
                asked == null ? null : told(asked.getDisabledReason(), 100),
                asked == null || asked.getCurrentDeadline() == null
                        ? null
                        : Instant.ofEpochSecond(asked.getCurrentDeadline()),
                asked == null ? List.of() : requirements(asked));
    }

    /** What stands on several of Stripe's lists is told once, as urgently as on any of them. */
    private static List<Requirement> requirements(Account.Requirements asked) {
        var urgencies = new LinkedHashMap<String, Urgency>();
        list(asked.getPastDue()).forEach(field -> urgencies.putIfAbsent(field, Urgency.PAST_DUE));
        list(asked.getCurrentlyDue()).forEach(field -> urgencies.putIfAbsent(field, Urgency.DUE));
        list(asked.getPendingVerification()).forEach(field -> urgencies.putIfAbsent(field, Urgency.PENDING));
        var errors = new LinkedHashMap<String, Account.Requirements.Errors>();
        list(asked.getErrors()).forEach(error -> {
            errors.putIfAbsent(error.getRequirement(), error);
            urgencies.putIfAbsent(error.getRequirement(), Urgency.DUE);
        });
        return requirements(urgencies, errors);
    }

    private static List<Requirement> requirements(Map<String, Urgency> urgencies,
            Map<String, Account.Requirements.Errors> errors) {
        var requirements = new ArrayList<Requirement>();
        urgencies.forEach((field, urgency) -> {
            var error = errors.get(field);
            requirements.add(new Requirement(PlainText.line(field, 200), urgency,
                    error == null ? null : told(error.getCode(), 100),
                    error == null ? null : told(error.getReason(), 500)));
        });
        return requirements;
    }

    private static @Nullable String told(@Nullable String word, int most) {
        return word == null ? null : PlainText.line(word, most);
    }

    private static <T> List<T> list(@Nullable List<T> said) {
        return said == null ? List.of() : said;
    }

    @Override
    public Payout payout(String account, String id) {
        return payout(calls.read(account, options -> stripe.v1().payouts().retrieve(id, options)));
    }

    @Override
    public List<Payout> payouts(String account, Instant since) {
        var params = PayoutListParams.builder()
            .setCreated(PayoutListParams.Created.builder().setGte(since.getEpochSecond()).build())
            .setLimit(100L)
            .build();
        return calls.read(account, options -> stripe.v1().payouts().list(params, options))
            .getData()
            .stream()
            .map(StripeConnect::payout)
            .toList();
    }

    private static Payout payout(com.stripe.model.Payout payout) {
        return new Payout(payout.getId(), new Amount(payout.getAmount(), payout.getCurrency().toUpperCase(Locale.ROOT)),
                payout.getStatus(), told(payout.getFailureCode(), 100), told(payout.getFailureMessage(), 500),
                Instant.ofEpochSecond(payout.getCreated()), Instant.ofEpochSecond(payout.getArrivalDate()));
    }
}
