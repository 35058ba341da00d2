package com.mentormatch.mentor;

import com.mentormatch.account.AccountId;
import com.mentormatch.shared.Currencies;
import com.mentormatch.shared.FormToken;
import com.mentormatch.shared.Transactions;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/**
 * What a mentor does with offers. A price above zero but under what Stripe charges at least is refused, and so is a
 * price at all, once published, for a mentor who cannot be paid. Bookings made earlier keep the terms they copied.
 */
@Component
public class EditOffers {

    private final Transactions transactions;
    private final Profiles profiles;
    private final Offers offers;
    private final SearchIndex index;
    private final PayoutAccounts payouts;

    EditOffers(Transactions transactions, Profiles profiles, Offers offers, SearchIndex index, PayoutAccounts payouts) {
        this.transactions = transactions;
        this.profiles = profiles;
        this.offers = offers;
        this.index = index;
        this.payouts = payouts;
    }

    /** The same token again is the same offer again. */
    public OfferOutcome add(AccountId mentor, OfferDraft draft, FormToken token, Instant now) {
        try {
            return transactions.run(() -> {
                var earlier = offers.findByFormTokenAndMentor(token.value(), mentor);
                if (earlier.isPresent()) {
                    return new OfferOutcome.Saved(earlier.get().id());
                }
                var refusal = refusal(mentor, draft);
                if (refusal != null) {
                    return new OfferOutcome.Refused(refusal);
                }
                var offer = new Offer(mentor, draft, token, now);
                offers.save(offer);
                index.list(mentor);
                return new OfferOutcome.Saved(offer.id());
            });
        } catch (RuntimeException failure) {
            if (!Transactions.isDuplicateKey(failure)) {
                throw failure;
            }
            return transactions.run(() -> offers.findByFormTokenAndMentor(token.value(), mentor)
                .<OfferOutcome>map(twin -> new OfferOutcome.Saved(twin.id()))
                .orElseGet(OfferOutcome.Missing::new));
        }
    }

    public OfferOutcome change(AccountId mentor, OfferId id, OfferDraft draft) {
        return edit(mentor, id, _ -> draft);
    }

    /** Publishes an offer or takes it off the page, as it is. */
    public OfferOutcome publish(AccountId mentor, OfferId id, boolean publish) {
        return edit(mentor, id, draft -> draft.published(publish));
    }

    private OfferOutcome edit(AccountId mentor, OfferId id, UnaryOperator<OfferDraft> change) {
        return transactions.run(() -> {
            var offer = offers.findByIdAndMentor(id, mentor);
            if (offer.isEmpty()) {
                return new OfferOutcome.Missing();
            }
            var draft = change.apply(offer.get().draft());
            var refusal = refusal(mentor, draft);
            if (refusal != null) {
                return new OfferOutcome.Refused(refusal);
            }
            offer.get().change(draft);
            index.list(mentor);
            return new OfferOutcome.Saved(id);
        });
    }

    private OfferRefusal refusal(AccountId mentor, OfferDraft draft) {
        var price = draft.price();
        if (!Currencies.supports(price.currency())) {
            return OfferRefusal.CURRENCY_NOT_SUPPORTED;
        }
        if (!price.isFree() && price.minor() < Currencies.minimum(price.currency()).minor()) {
            return OfferRefusal.PRICE_BELOW_MINIMUM;
        }
        if (!Currencies.chargeable(price)) {
            return OfferRefusal.PRICE_NOT_CHARGEABLE;
        }
        if (!profiles.existsById(mentor)) {
            return OfferRefusal.PROFILE_NEEDED;
        }
        if (!OfferDraft.USUAL_LENGTHS.contains(draft.minutes()) && !profiles.allowsLongSessions(mentor)) {
            return OfferRefusal.LENGTH_NOT_ALLOWED;
        }
        return draft.published() && !price.isFree() && !payouts.enabled(mentor) ? OfferRefusal.PAYOUTS_NEEDED : null;
    }
}
