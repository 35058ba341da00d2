package com.mentormatch.booking;

import com.mentormatch.account.AccountId;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.mentor.OfferKind;
import com.mentormatch.mentor.OfferTerms;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a mentee has to meet before a time is held. Source: product.md, "Booking" and "Offers". */
@Component
class BookingPolicies {

    private interface Policy {

        Optional<Refusal> check(Candidate candidate, BookingSettings settings);
    }

    /**
     * What the policies look at.
     *
     * @param undecided  the mentee's live bookings that are unpaid or undecided
     * @param trialTaken whether the mentee had or has a trial with this mentor
     */
    record Candidate(AccountId mentee, OfferTerms offer, List<Undecided> undecided, boolean trialTaken) {}

    /**
     * @param request whether the mentor decides it, rather than the money alone
     * @param overdue whether its deadline has passed and it only has to be ended
     */
    record Undecided(AccountId mentor, BookingStatus status, boolean request, boolean overdue) {

        boolean live() {
            return !overdue;
        }
    }

    private static final List<Policy> ALL = List.of(
            (candidate, _) -> refuse(!candidate.offer().published(), Refusal.OFFER_GONE),
            (candidate, _) -> refuse(candidate.offer().kind() == OfferKind.GROUP, Refusal.OFFER_GONE),
            (candidate, _) -> refuse(candidate.offer().mentor().equals(candidate.mentee()), Refusal.OWN_OFFER),
            (candidate, _) -> refuse(candidate.trialTaken(), Refusal.TRIAL_USED),
            (candidate, _) -> refuse(onRequest(candidate.offer()) && candidate.undecided().stream().anyMatch(
                    other -> other.request() && other.mentor().equals(candidate.offer().mentor())),
                    Refusal.PENDING_REQUEST),
            (candidate, settings) -> refuse(onRequest(candidate.offer())
                    && candidate.undecided().stream().filter(Undecided::live).filter(
                            Undecided::request).count() >= settings.maxUndecided(),
                    Refusal.TOO_MANY_UNDECIDED),
            (candidate, settings) -> refuse(!candidate.offer().price().isFree()
                    && candidate.undecided().stream().filter(Undecided::live).filter(
                            other -> other.status() == BookingStatus.AWAITING_PAYMENT).count() >= settings.maxUnpaid(),
                    Refusal.TOO_MANY_UNPAID));

    private final BookingSettings settings;

    BookingPolicies(BookingSettings settings) {
        this.settings = settings;
    }

    Optional<Refusal> check(Candidate candidate) {
        return ALL.stream().flatMap(policy -> policy.check(candidate, settings).stream()).findFirst();
    }

    private static boolean onRequest(OfferTerms offer) {
        return offer.confirmation() == Confirmation.REQUEST;
    }

    private static Optional<Refusal> refuse(boolean when, Refusal reason) {
        return when ? Optional.of(reason) : Optional.empty();
    }
}
