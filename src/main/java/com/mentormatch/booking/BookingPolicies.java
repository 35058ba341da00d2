package com.mentormatch.booking;

import com.mentormatch.account.AccountId;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.mentor.OfferKind;
import com.mentormatch.mentor.OfferTerms;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a mentee has to meet before a time is held. Source: product.md, "Booking" and "Offers". */
@Component
class BookingPolicies {

    private interface Policy {

        Optional<Refusal> check(Candidate candidate, BookingRules rules);
    }

    /**
     * What the policies look at.
     *
     * @param undecided  the mentee's live bookings that are unpaid or undecided
     * @param trialTaken whether the mentee had or has a trial with this mentor
     */
    record Candidate(AccountId mentee, OfferTerms offer, List<Undecided> undecided, boolean trialTaken) {

        Stream<Undecided> live() {
            return undecided.stream().filter(other -> !other.overdue());
        }
    }

    /**
     * @param request whether the mentor decides it, rather than the money alone
     * @param overdue whether its deadline has passed and it only has to be ended
     */
    record Undecided(AccountId mentor, BookingStatus status, boolean request, boolean overdue) {}

    /** In the order in which a person is told. */
    private static final List<Policy> ALL = List.of(BookingPolicies::offered, BookingPolicies::notYourself,
            BookingPolicies::oneTrial, BookingPolicies::onePendingRequest, BookingPolicies::fewUndecided,
            BookingPolicies::fewUnpaid);

    private final CurrentRules rules;

    BookingPolicies(CurrentRules rules) {
        this.rules = rules;
    }

    Optional<Refusal> check(Candidate candidate) {
        var now = rules.now();
        return ALL.stream().flatMap(policy -> policy.check(candidate, now).stream()).findFirst();
    }

    /** Groups have no seats to book yet. */
    private static Optional<Refusal> offered(Candidate candidate, BookingRules rules) {
        var offer = candidate.offer();
        return refuse(!offer.published() || offer.kind() == OfferKind.GROUP, Refusal.OFFER_GONE);
    }

    private static Optional<Refusal> notYourself(Candidate candidate, BookingRules rules) {
        return refuse(candidate.offer().mentor().equals(candidate.mentee()), Refusal.OWN_OFFER);
    }

    private static Optional<Refusal> oneTrial(Candidate candidate, BookingRules rules) {
        return refuse(candidate.trialTaken(), Refusal.TRIAL_USED);
    }

    /** An overdue one counts too: it is in the way until it is ended, which {@link RequestBooking} then does. */
    private static Optional<Refusal> onePendingRequest(Candidate candidate, BookingRules rules) {
        var mentor = candidate.offer().mentor();
        return refuse(onRequest(candidate)
                && candidate.undecided().stream().anyMatch(other -> other.request() && other.mentor().equals(mentor)),
                Refusal.PENDING_REQUEST);
    }

    private static Optional<Refusal> fewUndecided(Candidate candidate, BookingRules rules) {
        var undecided = candidate.live().filter(Undecided::request).count();
        return refuse(onRequest(candidate) && undecided >= rules.maxUndecided(), Refusal.TOO_MANY_UNDECIDED);
    }

    private static Optional<Refusal> fewUnpaid(Candidate candidate, BookingRules rules) {
        var unpaid = candidate.live().filter(other -> other.status() == BookingStatus.AWAITING_PAYMENT).count();
        var paid = !candidate.offer().price().isFree();
        return refuse(paid && unpaid >= rules.maxUnpaid(), Refusal.TOO_MANY_UNPAID);
    }

    private static boolean onRequest(Candidate candidate) {
        return candidate.offer().confirmation() == Confirmation.REQUEST;
    }

    private static Optional<Refusal> refuse(boolean when, Refusal reason) {
        return when ? Optional.of(reason) : Optional.empty();
    }
}
