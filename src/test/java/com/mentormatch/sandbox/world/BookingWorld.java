package com.mentormatch.sandbox.world;

import com.mentormatch.account.AccountId;
import com.mentormatch.account.SignedIn;
import com.mentormatch.account.Standings;
import com.mentormatch.availability.Slots;
import com.mentormatch.booking.AcceptMove;
import com.mentormatch.booking.AcceptRequest;
import com.mentormatch.booking.AnswerDispute;
import com.mentormatch.booking.BookingId;
import com.mentormatch.booking.BookingPages;
import com.mentormatch.booking.BookingStatus;
import com.mentormatch.booking.CancelBooking;
import com.mentormatch.booking.CheckoutDesk;
import com.mentormatch.booking.DeclineRequest;
import com.mentormatch.booking.DisputeSession;
import com.mentormatch.booking.NewBooking;
import com.mentormatch.booking.Outcome;
import com.mentormatch.booking.ProposeMove;
import com.mentormatch.booking.RequestBooking;
import com.mentormatch.booking.ResolveDispute;
import com.mentormatch.booking.WithdrawBooking;
import com.mentormatch.mentor.Mentors;
import com.mentormatch.mentor.OfferKind;
import com.mentormatch.mentor.OfferTerms;
import com.mentormatch.payment.SettlePayment;
import com.mentormatch.sandbox.stripe.StripeStandIn;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.FormToken;
import com.mentormatch.shared.Ids;
import com.mentormatch.shared.TimeSpan;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Bookings in every status. Those still to come are made the way people make them, money and mails included; those of
 * the past are written as history left them.
 */
class BookingWorld {

    private final Mentors mentors;
    private final Slots slots;
    private final Standings standings;
    private final RequestBooking request;
    private final AcceptRequest accept;
    private final DeclineRequest decline;
    private final WithdrawBooking withdraw;
    private final CancelBooking cancel;
    private final ProposeMove propose;
    private final AcceptMove acceptMove;
    private final BookingPages pages;
    private final DisputeSession dispute;
    private final AnswerDispute answer;
    private final ResolveDispute resolve;
    private final CheckoutDesk checkout;
    private final SettlePayment settle;
    private final StripeStandIn stripe;
    private final ReviewWorld reviews;
    private final JdbcClient jdbc;
    private final Clock clock;

    private Map<String, AccountId> accounts;

    BookingWorld(Mentors mentors, Slots slots, Standings standings, RequestBooking request, AcceptRequest accept,
            DeclineRequest decline, WithdrawBooking withdraw, CancelBooking cancel, ProposeMove propose,
            AcceptMove acceptMove, BookingPages pages, DisputeSession dispute, AnswerDispute answer,
            ResolveDispute resolve, CheckoutDesk checkout, SettlePayment settle, StripeStandIn stripe,
            ReviewWorld reviews, JdbcClient jdbc, Clock clock) {
        this.mentors = mentors;
        this.slots = slots;
        this.standings = standings;
        this.request = request;
        this.accept = accept;
        this.decline = decline;
        this.withdraw = withdraw;
        this.cancel = cancel;
        this.propose = propose;
        this.acceptMove = acceptMove;
        this.pages = pages;
        this.dispute = dispute;
        this.answer = answer;
        this.resolve = resolve;
        this.checkout = checkout;
        this.settle = settle;
        this.stripe = stripe;
        this.reviews = reviews;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void fill(Map<String, AccountId> accounts) {
        this.accounts = accounts;
        var mentor = accounts.get(World.MENTOR);
        var free = offer(mentor, offer -> offer.price().isFree());
        var onRequest = offer(mentor, offer -> !offer.price().isFree() && !offer.instant());
        pay(book("ingrid@example.com", onRequest, 3, "From analyst to team lead"));
        pay(book("kofi@example.com", onRequest, 5, "A second opinion on my data platform"));
        var agreed = book("mei@example.com", onRequest, 8, "Preparing a talk about reliability");
        pay(agreed);
        accept.accept(viewer(World.MENTOR), agreed, FormToken.next(), clock.instant());
        book(World.MENTEE, free, 4, "Is this the right next step for me?");

        var offers = accounts.values()
            .stream()
            .filter(id -> !id.equals(mentor))
            .flatMap(id -> mentors.offers(id).stream())
            .filter(OfferTerms::published)
            .toList();
        var instant = offers.stream().filter(offer -> offer.instant() && !offer.price().isFree()).toList();
        var requests = offers.stream().filter(offer -> !offer.instant() && offer.price().isFree()).toList();
        pay(book(World.MENTEE, instant.get(0), 6, "Reading a term sheet"));
        var called = book(World.MENTEE, instant.get(0), 12, "A first look at my pitch");
        pay(called);
        cancel(viewer(World.MENTEE), called, "I have to travel that week, sorry.");
        var toMove = book(World.MENTEE, instant.get(1), 14, "A look at my first case study");
        pay(toMove);
        propose(viewer(instant.get(1).mentor()), toMove, "A client moved a workshop into our hour, I am sorry.");
        var moved = book(World.STRANGER, free, 15, "How to run a retrospective");
        accept.accept(viewer(World.MENTOR), moved, FormToken.next(), clock.instant());
        acceptMove.accept(viewer(World.STRANGER), moved, propose(viewer(World.MENTOR), moved, null), FormToken.next(),
                clock.instant());
        propose(viewer(World.STRANGER), moved, "My train arrives late. Would this do as well?");
        var dropped = book(World.MENTEE, instant.get(2), 13, "Interview practice");
        pay(dropped);
        cancel(viewer(instant.get(2).mentor()), dropped,
                "I am ill. Please take another time, I would like to make it up.");
        book(World.MENTEE, instant.get(1), 9, "Portfolio review");
        if (requests.size() > 2) {
            var declined = book(World.MENTEE, requests.get(0), 7, "Moving into product work");
            decline.decline(viewer(requests.get(0).mentor()), declined,
                    "I am travelling that week. Any time after the 10th works for me.", FormToken.next(),
                    clock.instant());
            var withdrawn = book(World.MENTEE, requests.get(1), 10, "Salary talk");
            withdraw.withdraw(viewer(World.MENTEE), withdrawn, FormToken.next(), clock.instant());
            book(World.MENTEE, requests.get(2), 11, "How to find a first research topic");
        }
        var past = List.of(BookingStatus.COMPLETED, BookingStatus.COMPLETED, BookingStatus.CANCELLED,
                BookingStatus.EXPIRED, BookingStatus.COMPLETED);
        for (var i = 0; i < past.size(); i++) {
            history(free, World.MENTEE, past.get(i), Duration.ofDays(6L + 9 * i));
            history(free, "kofi@example.com", BookingStatus.COMPLETED, Duration.ofDays(10L + 9 * i));
        }
        history(free, "ingrid@example.com", BookingStatus.PENDING_COMPLETION, Duration.ofHours(20));
        history(free, World.MENTEE, BookingStatus.CONFIRMED, Duration.ofMinutes(5));
        reviews.fill(accounts, this);
        disagree(instant.get(0));
    }

    /** A dispute to decide, a report to answer, a ruling to appeal, a session to confirm. */
    private void disagree(OfferTerms instant) {
        var mentee = viewer(World.MENTEE);
        var theirMentor = viewer(instant.mentor());
        var late = over(World.MENTEE, instant, 16, "Numbers for the first board meeting", Duration.ofHours(30));
        done(dispute.dispute(mentee, late, """
                We began 25 minutes late and had to stop on the hour. I did not get to show what I came for.""",
                FormToken.next(), clock.instant()));
        done(answer.answer(theirMentor, late, """
                I was late, I am sorry: the meeting before ran over. I wrote at once and offered to stay longer, but \
                Noor had to leave.""", FormToken.next(), clock.instant()));
        var missed = over(World.STRANGER, instant, 18, "How to say no", Duration.ofHours(3));
        done(dispute.reportNoShow(theirMentor, missed, """
                I waited for half an hour, wrote twice and tried to call.""", FormToken.next(), clock.instant()));
        var decided = over(World.MENTEE, instant, 17, "Is this valuation sane?", Duration.ofHours(50));
        done(dispute.dispute(mentee, decided, "The second half was about something else.", FormToken.next(),
                clock.instant()));
        done(answer.answer(theirMentor, decided, "We followed Noor's own questions.", FormToken.next(),
                clock.instant()));
        done(resolve.resolve(viewer(World.ADMIN), decided, instant.price().minor() / 4, """
                Both agree that about a quarter of the time went elsewhere. That part goes back.""", FormToken.next(),
                clock.instant()));
        over(World.MENTEE, instant, 19, "What a cap table says", Duration.ofHours(5));
    }

    /** A paid session that was booked like any other and then, as if time had passed, began that long ago. */
    private BookingId over(String mentee, OfferTerms offer, int days, String topic, Duration ago) {
        var id = book(mentee, offer, days, topic);
        pay(id);
        var start = Instant.ofEpochSecond(clock.instant().minus(ago).getEpochSecond() / 900 * 900);
        jdbc.sql("DELETE FROM hold WHERE booking_id = ?").param(Columns.param(id.value())).update();
        jdbc.sql("UPDATE timeline_entry SET at = ? WHERE booking_id = ?")
            .params(Columns.param(start.minus(3, ChronoUnit.DAYS)), Columns.param(id.value()))
            .update();
        jdbc.sql("UPDATE booking SET start_at = ?, end_at = ? WHERE id = ?")
            .params(Columns.param(start), Columns.param(start.plus(offer.length())), Columns.param(id.value()))
            .update();
        watch(id.value());
        return id;
    }

    private static void done(Outcome outcome) {
        if (!(outcome instanceof Outcome.Done)) {
            throw new IllegalStateException(outcome.toString());
        }
    }

    /** What time has done to it is written by the product's own task. */
    private void watch(UUID booking) {
        jdbc.sql("""
                INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                VALUES ('booking-deadline', ?, ?, FALSE, 1)""")
            .params(booking + "/now", Columns.param(clock.instant()))
            .update();
    }

    private OfferTerms offer(AccountId mentor, Predicate<OfferTerms> wanted) {
        return mentors.offers(mentor).stream().filter(OfferTerms::published).filter(wanted).findFirst().orElseThrow();
    }

    /** The first free slot that many days ahead. */
    private BookingId book(String mentee, OfferTerms offer, int days, String topic) {
        var now = clock.instant();
        var from = now.plus(Duration.ofDays(days));
        var person = viewer(mentee);
        var start = slots
            .free(offer, slots.scheduleOf(offer.mentor()), person.id(),
                    new TimeSpan(from, from.plus(Duration.ofDays(21))), now)
            .getFirst();
        var wish = new NewBooking(offer.id(), start, topic, """
                I have read your profile and would like to go through where I stand today, what I tried so far and \
                what you would do next in my place.""", FormToken.next());
        return switch (request.request(person, wish, now)) {
            case RequestBooking.Booked booked -> booked.booking();
            case RequestBooking.Refused(var reason) -> throw new IllegalStateException(topic + ": " + reason);
        };
    }

    private void pay(BookingId booking) {
        checkout.open(booking, clock.instant());
        var session = stripe.sessionsOf(booking).getFirst();
        stripe.pay(session.id());
        settle.settle(booking, clock.instant());
    }

    private void cancel(SignedIn person, BookingId booking, String reason) {
        var now = clock.instant();
        var shown = pages.show(person, booking, now).orElseThrow().cancel().back().minor();
        cancel.cancel(person, booking, reason, shown, FormToken.next(), now);
    }

    /** The first time that can be had a day later. */
    private Instant propose(SignedIn person, BookingId booking, String note) {
        var now = clock.instant();
        var wanted = pages.show(person, booking, now).orElseThrow().booking().time().start().plus(Duration.ofDays(1));
        for (var start = wanted; start.isBefore(wanted.plus(Duration.ofDays(14))); start = start.plusSeconds(900)) {
            if (propose.propose(person, booking, start, note, FormToken.next(), now) instanceof Outcome.Done) {
                return start;
            }
        }
        throw new IllegalStateException("No other time for booking " + booking);
    }

    private SignedIn viewer(String email) {
        return viewer(accounts.get(email));
    }

    private SignedIn viewer(AccountId id) {
        return standings.of(id).orElseThrow().viewer();
    }

    /**
     * A booking as history left it, with the timeline that led there. It was free: no money is known of it; and no
     * trial, of which two people have one.
     */
    BookingId history(OfferTerms offer, String mentee, BookingStatus status, Duration ago) {
        var id = Ids.next();
        var start = Instant.ofEpochSecond(clock.instant().minus(ago).getEpochSecond() / 900 * 900);
        var booked = start.minus(6, ChronoUnit.DAYS);
        jdbc.sql(
                """
                        INSERT INTO booking (id, mentor_id, mentee_id, offer_id, offer_title, kind, confirmation, start_at, end_at,
                          agreed_zone, buffer_minutes, price_minor, price_currency, fee_percent, late_refund_percent, topic, status,
                          ever_authorised, sequence, form_token, created_at, version)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?, 10, 0, ?, ?, FALSE, 0, ?, ?, 0)""")
            .params(Columns.param(id), Columns.param(offer.mentor().value()),
                    Columns.param(accounts.get(mentee).value()), Columns.param(offer.id().value()), offer.title(),
                    OfferKind.ONE_ON_ONE.name(), offer.confirmation().name(), Columns.param(start),
                    Columns.param(start.plus(offer.length())), "Europe/Berlin", offer.price().currency(),
                    "Looking back on the last quarter", status.name(), Columns.param(Ids.next()), Columns.param(booked))
            .update();
        line(id, booked, accounts.get(mentee), BookingStatus.REQUESTED, "BOOKED");
        watch(id);
        if (status == BookingStatus.EXPIRED) {
            line(id, booked.plus(2, ChronoUnit.DAYS), null, status, "EXPIRED");
        } else {
            line(id, booked.plus(9, ChronoUnit.HOURS), offer.mentor(), BookingStatus.CONFIRMED, "ACCEPTED");
        }
        return new BookingId(id);
    }

    private void line(UUID booking, Instant at, AccountId actor, BookingStatus status, String act) {
        jdbc.sql("INSERT INTO timeline_entry (id, booking_id, at, actor_id, status, act) VALUES (?, ?, ?, ?, ?, ?)")
            .params(Columns.param(Ids.next()), Columns.param(booking), Columns.param(at),
                    actor == null ? null : Columns.param(actor.value()), status.name(), act)
            .update();
    }
}
