package com.mentormatch.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.mockito.Mockito.when;
import static org.mockito.ArgumentMatchers.any;

import biweekly.Biweekly;
import com.mentormatch.account.AccountEvent;
import com.mentormatch.booking.BookingEvent;
import com.mentormatch.booking.BookingId;
import com.mentormatch.booking.BookingStatus;
import com.mentormatch.booking.Party;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.payment.PaymentEvent;
import com.mentormatch.payment.PaymentId;
import com.mentormatch.review.Opinion;
import com.mentormatch.review.ReviewEvent;
import com.mentormatch.payment.RefundReason;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.Ids;
import com.mentormatch.shared.TimeSpan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is told what, in which words. Every letter is left in {@code target/mails} to be looked at. */
class LettersTests {

    private static final Amount PRICE = new Amount(4500, "EUR");
    private static final Amount FREE = new Amount(0, "EUR");
    private static final PaymentId PAYMENT = new PaymentId(Ids.next());

    private final Letters letters = new Letters("Ada Byron", "Ben Okri");

    @Test
    void aRequestIsToldToTheMentorAndConfirmedToTheMentee() {
        var drafts = letters.tell(new BookingEvent.Requested(letters.booking.id(), Letters.NOW));
        assertThat(drafts).extracting(Draft::kind).containsExactly(MailKind.REQUEST_RECEIVED, MailKind.REQUEST_SENT);
        assertThat(drafts).extracting(Draft::recipient).containsExactly("ada@example.com", "ben@example.com");
        assertThat(drafts).extracting(Draft::staleAt).containsOnly(letters.booking.deadline());
        var toMentor = letters.text(drafts.getFirst());
        assertThat(toMentor).contains("Ben Okri asks for your time. Answer by Thu 11 March, 09:00 in Berlin",
                "Thu 11 March, 18:00–19:00 in Berlin", "Thu 11 March, 12:00–13:00 in New York, for Ben Okri",
                "> Could we go through both?", "https://mentormatch.example/bookings/" + letters.booking.id(),
                "Accept, and €45 is charged");
        var toMentee = letters.text(drafts.get(1));
        assertThat(toMentee).contains("Ada Byron answers by Thu 11 March, 03:00 in New York",
                "Thu 11 March, 12:00–13:00 your time (New York)", "€45 is held on your card");
    }

    /** America changes its clocks on the 14th of March, Europe on the 28th. */
    @Test
    void whatHadBetterBeKnownAboutATimeIsSaidUnderIt() {
        var after = TimeSpan.of(Instant.parse("2027-03-16T04:00:00Z"), Duration.ofMinutes(60));
        letters.book(PRICE, Confirmation.REQUEST, BookingStatus.CONFIRMED);
        assertThat(letters.tell(new BookingEvent.Confirmed(letters.booking.id(), Letters.NOW)))
            .allSatisfy(draft -> assertThat(letters.text(draft)).doesNotContain("Clocks change", "at night"));
        letters.at(after);
        var drafts = letters.tell(new BookingEvent.Confirmed(letters.booking.id(), Letters.NOW));
        assertThat(unwrapped(drafts.getFirst())).contains("Tue 16 March, 05:00–06:00 in Berlin",
                "Tue 16 March, 00:00–01:00 your time (New York)",
                "Clocks change in New York on Sun 14 March: at the session Berlin will be 5 hours ahead of New York, not"
                        + " 6 hours.",
                "This is 00:00 at night for you.", "This is 05:00 at night for Ada Byron.");
        assertThat(unwrapped(drafts.getLast())).contains("Tue 16 March, 05:00–06:00 in Berlin",
                "Tue 16 March, 00:00–01:00 in New York, for Ben Okri", "Clocks change in New York on Sun 14 March",
                "This is 00:00 at night for Ben Okri.");
        assertThat(letters.html(drafts.getFirst())).contains("This is 00:00 at night for you.");
        letters.book(PRICE, Confirmation.REQUEST, BookingStatus.DECLINED);
        letters.at(after);
        assertThat(letters.tell(new BookingEvent.Declined(letters.booking.id(), "", false, Letters.NOW)))
            .allSatisfy(draft -> assertThat(letters.text(draft)).doesNotContain("Clocks change", "at night"));
    }

    @Test
    void aConfirmationCarriesTheInvitationToBoth() {
        letters.book(PRICE, Confirmation.REQUEST, BookingStatus.CONFIRMED);
        var drafts = letters.tell(new BookingEvent.Confirmed(letters.booking.id(), Letters.NOW));
        assertThat(drafts).extracting(Draft::recipient).containsExactly("ben@example.com", "ada@example.com");
        assertThat(letters.superseded).contains(MailKind.REQUEST_RECEIVED, MailKind.REQUEST_SENT);
        for (var draft : drafts) {
            assertThat(draft.invitation().method()).isEqualTo("REQUEST");
            var event = Biweekly.parse(new String(draft.invitation().ics(), StandardCharsets.UTF_8))
                .first()
                .getEvents()
                .getFirst();
            assertThat(event.getUid().getValue()).isEqualTo(letters.booking.id() + "@mentormatch");
            assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(Letters.TIME.start());
            assertThat(event.getDateEnd().getValue().toInstant()).isEqualTo(Letters.TIME.end());
            assertThat(event.getSequence().getValue()).isEqualTo(letters.booking.sequence());
            assertThat(event.getDescription().getValue()).contains("Thu 11 March, 18:00–19:00 in Berlin",
                    "Thu 11 March, 12:00–13:00 in New York, for Ben Okri", "/bookings/" + letters.booking.id());
        }
        assertThat(letters.text(drafts.getFirst())).contains("You are meeting Ada Byron",
                "Ada Byron accepted your request");
    }

    @Test
    void aDeclineSaysWhyAndWhatHappenedToTheMoney() {
        letters.book(PRICE, Confirmation.REQUEST, BookingStatus.DECLINED);
        var drafts = letters
            .tell(new BookingEvent.Declined(letters.booking.id(), "I am away that week.", false, Letters.NOW));
        assertThat(drafts).hasSize(1);
        assertThat(letters.text(drafts.getFirst())).contains("Ada Byron declined. Nothing was charged",
                "> I am away that week.", "The €45 held on the card is released",
                "https://mentormatch.example/mentors/ada-byron");
        var unpaid = letters.tell(new BookingEvent.Declined(letters.booking.id(), null, true, Letters.NOW));
        assertThat(letters.text(unpaid.getFirst())).as("nothing was held yet").doesNotContain("released");
        letters.book(FREE, Confirmation.REQUEST, BookingStatus.DECLINED);
        var free = letters
            .text(letters.tell(new BookingEvent.Declined(letters.booking.id(), "", false, Letters.NOW)).getFirst());
        assertThat(free).doesNotContain("released").doesNotContain("wrote:");
    }

    @Test
    void anUnansweredRequestIsToldToBothAnUnpaidHoldToTheMenteeOnly() {
        letters.book(PRICE, Confirmation.REQUEST, BookingStatus.EXPIRED);
        assertThat(letters.tell(new BookingEvent.Expired(letters.booking.id(), false, Letters.NOW)))
            .extracting(Draft::recipient)
            .containsExactly("ben@example.com", "ada@example.com");
        assertThat(letters.tell(new BookingEvent.Expired(letters.booking.id(), true, Letters.NOW)))
            .extracting(Draft::recipient)
            .containsExactly("ben@example.com");
    }

    @Test
    void aCancellationTellsBothOfTheMoneyAndTakesTheEntryAway() {
        letters.cancelled(PRICE, Party.MENTEE, 2250);
        var drafts = letters
            .tell(new BookingEvent.Cancelled(letters.booking.id(), Party.MENTEE, true, FREE, Letters.NOW));
        assertThat(drafts).extracting(Draft::recipient).containsExactly("ben@example.com", "ada@example.com");
        assertThat(letters.superseded).contains(MailKind.CONFIRMED);
        for (var draft : drafts) {
            assertThat(draft.invitation().method()).isEqualTo("CANCEL");
            var event = Biweekly.parse(new String(draft.invitation().ics(), StandardCharsets.UTF_8))
                .first()
                .getEvents()
                .getFirst();
            assertThat(event.getUid().getValue()).isEqualTo(letters.booking.id() + "@mentormatch");
            assertThat(event.getSequence().getValue()).isEqualTo(1);
            assertThat(event.getStatus().isCancelled()).isTrue();
        }
        assertThat(letters.text(drafts.getFirst()))
            .contains("You cancelled this session", "You get €22.50 of the €45 back")
            .doesNotContain("My flight was moved.");
        assertThat(letters.text(drafts.getLast())).contains("Ben Okri cancelled this session", "Ben Okri wrote:",
                "> My flight was moved.", "€22.50 of the €45 goes back to Ben Okri");
    }

    @Test
    void aCancellationSpeaksOfWhatWasLeft() {
        letters.cancelled(PRICE, Party.MENTOR, 3500);
        var some = new BookingEvent.Cancelled(letters.booking.id(), Party.MENTOR, true, new Amount(1000, "EUR"),
                Letters.NOW);
        assertThat(letters.tell(some)).extracting(letters::text)
            .satisfiesExactly(
                    mentee -> assertThat(mentee)
                        .contains("€10 of the €45 went back before; €35 was left. You get all €35 back."),
                    mentor -> assertThat(mentor)
                        .contains("€10 of the €45 went back before; €35 was left. All €35 goes"));
        letters.cancelled(PRICE, Party.MENTOR, 0);
        var all = new BookingEvent.Cancelled(letters.booking.id(), Party.MENTOR, true, PRICE, Letters.NOW);
        assertThat(letters.tell(all)).extracting(letters::text)
            .allSatisfy(text -> assertThat(text).contains("All of its money went back before").doesNotContain("€0"));
    }

    @Test
    void aMentorsCancellationOffersSomethingInstead() {
        letters.cancelled(PRICE, Party.MENTOR, 4500);
        var drafts = letters
            .tell(new BookingEvent.Cancelled(letters.booking.id(), Party.MENTOR, false, FREE, Letters.NOW));
        assertThat(drafts).extracting(Draft::invitation).as("it never stood in a calendar").containsOnlyNulls();
        assertThat(letters.text(drafts.getFirst())).contains("Ada Byron cancelled this session", "Nothing is charged",
                "See times near it:\nhttps://mentormatch.example/bookings/" + letters.booking.id() + "#instead");
    }

    /** The mentor may be suspended by then, and their profile gone. */
    @Test
    void ourCancellationOffersSomethingInsteadToo() {
        letters.cancelled(PRICE, Party.ADMIN, 4500);
        var drafts = letters
            .tell(new BookingEvent.Cancelled(letters.booking.id(), Party.ADMIN, true, FREE, Letters.NOW));
        assertThat(letters.text(drafts.getFirst()))
            .contains("https://mentormatch.example/bookings/" + letters.booking.id() + "#instead")
            .doesNotContain("See other times");
    }

    @Test
    void anotherTimeIsAskedOfTheOtherOneOnBothClocks() {
        letters.proposed(Party.MENTOR, PRICE);
        var drafts = letters.tell(new BookingEvent.MoveProposed(letters.booking.id(), Letters.NOW));
        assertThat(drafts).singleElement()
            .satisfies(draft -> assertThat(draft.recipient()).isEqualTo("ben@example.com"));
        assertThat(drafts.getFirst().staleAt()).isEqualTo(letters.booking.proposal().until());
        assertThat(letters.text(drafts.getFirst())).contains("Ada Byron proposes another time. Answer by",
                "Sat 13 March, 18:00–19:00 in Berlin", "Thu 11 March, 18:00–19:00 in Berlin", "your time (New York)",
                "> Something came up.", "get all of your money back");
        letters.proposed(Party.MENTEE, PRICE);
        assertThat(letters.tell(new BookingEvent.MoveProposed(letters.booking.id(), Letters.NOW)))
            .extracting(Draft::recipient)
            .containsExactly("ada@example.com");
    }

    @Test
    void whatBecameOfAProposalIsToldToWhomItSurprises() {
        letters.book(PRICE, Confirmation.INSTANT, BookingStatus.CONFIRMED);
        var id = letters.booking.id();
        var time = Letters.TIME;
        assertThat(letters.tell(new BookingEvent.MoveDeclined(id, Party.MENTEE, time, Letters.NOW)))
            .extracting(Draft::recipient)
            .containsExactly("ada@example.com");
        assertThat(letters.tell(new BookingEvent.MoveWithdrawn(id, Party.MENTEE, time, Letters.NOW)))
            .extracting(Draft::recipient)
            .containsExactly("ada@example.com");
        assertThat(letters.tell(new BookingEvent.MoveExpired(id, Party.MENTEE, time, Letters.NOW)))
            .extracting(Draft::recipient)
            .containsExactly("ben@example.com");
    }

    @Test
    void aMoveMovesTheEntryInBothCalendars() {
        letters.moved(PRICE);
        var drafts = letters
            .tell(new BookingEvent.Moved(letters.booking.id(), Party.MENTEE, Letters.TIME, Letters.NOW));
        assertThat(drafts).extracting(Draft::recipient).containsExactly("ben@example.com", "ada@example.com");
        for (var draft : drafts) {
            assertThat(draft.invitation().method()).isEqualTo("REQUEST");
            var event = Biweekly.parse(new String(draft.invitation().ics(), StandardCharsets.UTF_8))
                .first()
                .getEvents()
                .getFirst();
            assertThat(event.getUid().getValue()).isEqualTo(letters.booking.id() + "@mentormatch");
            assertThat(event.getSequence().getValue()).isEqualTo(1);
            assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(letters.booking.time().start());
            assertThat(letters.text(draft)).contains("Sat 13 March, 18:00–19:00 in Berlin",
                    "Thu 11 March, 18:00–19:00 in Berlin", "The payment stays as it is.");
        }
    }

    @Test
    void theMenteeIsAskedForAWordThatPaysTheMentor() {
        letters.over(PRICE, BookingStatus.PENDING_COMPLETION);
        var end = Letters.TIME.end();
        var asked = letters.tell(new BookingEvent.SessionEnded(letters.booking.id(), end.plus(Duration.ofMinutes(15))));
        assertThat(asked).extracting(Draft::recipient).containsExactly("ben@example.com");
        assertThat(asked.getFirst().staleAt()).isEqualTo(end.plus(Duration.ofHours(1)));
        assertThat(letters.text(asked.getFirst())).contains("Did your session with Ada Byron take place? Say so by",
                "Sun 14 March, 14:00 in New York", "Ada Byron is paid");
        letters.over(PRICE, BookingStatus.COMPLETED);
        assertThat(letters.tell(new BookingEvent.SessionEnded(letters.booking.id(), end))).isEmpty();
        assertThat(letters.tell(new BookingEvent.Completed(letters.booking.id(), Party.MENTEE, end)))
            .extracting(Draft::recipient)
            .containsExactly("ada@example.com");
        assertThat(letters.superseded).contains(MailKind.PLEASE_CONFIRM, MailKind.CONFIRM_REMINDER);
        assertThat(letters.tell(new BookingEvent.Completed(letters.booking.id(), null, end))).hasSize(2);
    }

    /** Of what went back before nobody is paid, and while a bank has the money nothing moves. */
    @Test
    void whatIsPaidAfterASessionIsWhatIsLeft() {
        letters.over(PRICE, BookingStatus.COMPLETED);
        var over = new BookingEvent.Completed(letters.booking.id(), null, Letters.TIME.end());
        assertThat(letters.tell(over)).extracting(letters::text)
            .satisfiesExactly(mentee -> assertThat(mentee).contains("The €45 you paid go to Ada Byron."),
                    mentor -> assertThat(mentor).contains("Of the €45 that Ben Okri paid you now get your share."));
        when(letters.given.of(any())).thenReturn(1000L);
        assertThat(letters.tell(over)).extracting(letters::text)
            .satisfiesExactly(
                    mentee -> assertThat(mentee).contains("The €35 that are left of what you paid go to Ada Byron."),
                    mentor -> assertThat(mentor).contains("Of the €35 that are left of what Ben Okri paid"));
        when(letters.given.of(any())).thenReturn(4500L);
        assertThat(letters.tell(over)).extracting(letters::text)
            .allSatisfy(text -> assertThat(text).contains("All that was paid for it went back before"));
        letters.over(PRICE, BookingStatus.PENDING_COMPLETION);
        assertThat(letters.tell(new BookingEvent.SessionEnded(letters.booking.id(), Letters.TIME.end())))
            .extracting(letters::text)
            .allSatisfy(text -> assertThat(text).contains("Confirm on the page").doesNotContain("Ada Byron is paid"));
        letters.over(PRICE, BookingStatus.COMPLETED);
        when(letters.given.of(any())).thenReturn(0L);
        when(letters.given.atBank(any())).thenReturn(true);
        assertThat(letters.tell(over)).extracting(letters::text)
            .allSatisfy(text -> assertThat(text).contains("Until it has decided nothing moves"));
        letters.ruled(PRICE, 4500, true, false);
        assertThat(letters.tell(new BookingEvent.Resolved(letters.booking.id(), Letters.NOW))).extracting(letters::text)
            .hasSize(2)
            .allSatisfy(text -> assertThat(text).contains("Until it has decided nothing moves"));
    }

    @Test
    void aDisputeIsToldToTheOtherOneARulingToBothWithTheMoney() {
        letters.disputed(PRICE, Party.MENTEE, null);
        var disputed = letters.tell(new BookingEvent.Disputed(letters.booking.id(), Party.MENTEE, Letters.NOW));
        assertThat(disputed).extracting(Draft::recipient).containsExactly("ada@example.com");
        assertThat(letters.text(disputed.getFirst())).contains("Ben Okri disputes this session. Answer by Thu 11 March",
                "> I had paid for sixty.", "/dispute", "Until then no money");
        letters.disputed(PRICE, Party.MENTOR, null);
        var reported = letters.tell(new BookingEvent.Disputed(letters.booking.id(), Party.MENTOR, Letters.NOW));
        assertThat(letters.text(reported.getFirst())).contains("Ada Byron reports that you did not come",
                "Without your words by");
        letters.ruled(PRICE, 2000, true, false);
        var ruled = letters.tell(new BookingEvent.Resolved(letters.booking.id(), Letters.NOW));
        assertThat(letters.text(ruled.getFirst())).contains("Decided: €20 of €45 goes back to you",
                "€25 stays with Ada Byron", "> Thirty it was.", "can appeal once, until Tue 16 March");
        assertThat(letters.text(ruled.getLast())).contains("Decided: €20 of €45 goes back to Ben Okri");
        letters.ruledAbsent(PRICE);
        var absent = letters.tell(new BookingEvent.Resolved(letters.booking.id(), Letters.NOW));
        assertThat(letters.text(absent.getLast())).contains("That you did not come stays on your record");
        assertThat(letters.text(absent.getFirst())).doesNotContain("stays on your record");
        letters.ruled(PRICE, 0, false, false);
        assertThat(letters.text(letters.tell(new BookingEvent.Resolved(letters.booking.id(), Letters.NOW)).getFirst()))
            .contains("Nobody contested the report in time")
            .doesNotContain("wrote:");
    }

    @Test
    void nobodyIsToldOfWhatIsNotCertainYet() {
        assertThat(letters.tell(new BookingEvent.HoldTaken(letters.booking.id(), Letters.NOW))).isEmpty();
        assertThat(letters.tell(new BookingEvent.Accepted(letters.booking.id(), Letters.NOW))).isEmpty();
        assertThat(letters.tell(new BookingEvent.Withdrawn(letters.booking.id(), false, Letters.NOW))).isEmpty();
    }

    @Test
    void moneyThatCameTooLateTakesBackTheNewsThatNoneCame() {
        letters.book(PRICE, Confirmation.INSTANT, BookingStatus.EXPIRED);
        var id = letters.booking.id();
        var drafts = letters.tell(refunded(id, RefundReason.LATE));
        assertThat(drafts).extracting(Draft::recipient).containsExactly("ben@example.com");
        assertThat(letters.superseded).contains(MailKind.HOLD_EXPIRED);
        assertThat(letters.text(drafts.getFirst())).contains("Your payment came too late. You get all €45 back",
                "See other times with Ada Byron:\nhttps://mentormatch.example/mentors/ada-byron");
    }

    @Test
    void whoPaidTwiceKeepsTheTimeAndIsLedToIt() {
        letters.book(PRICE, Confirmation.INSTANT, BookingStatus.CONFIRMED);
        var id = letters.booking.id();
        var drafts = letters.tell(refunded(id, RefundReason.TWICE));
        assertThat(drafts).extracting(Draft::recipient).containsExactly("ben@example.com");
        assertThat(letters.text(drafts.getFirst())).contains("You paid twice. You get €45 back", "stays yours",
                "See the booking:\nhttps://mentormatch.example/bookings/" + id);
    }

    @Test
    void everyRefundByHandIsToldToBothAlsoOfWhatWasCancelled() {
        letters.cancelled(PRICE, Party.MENTEE, 0);
        var id = letters.booking.id();
        assertThat(letters.tell(refunded(id, RefundReason.CANCELLED))).as("told with the cancellation").isEmpty();
        assertThat(letters.tell(refunded(id, RefundReason.LATE))).as("charged all the same, of which nothing was told")
            .singleElement()
            .satisfies(draft -> assertThat(draft.recipient()).isEqualTo("ben@example.com"))
            .extracting(letters::text, STRING)
            .contains("You get €45 back", "is on its way to the card you paid with")
            .doesNotContain("too late", "no longer free");
        var first = List.copyOf(letters.tell(refunded(id, RefundReason.ADMIN)));
        assertThat(first).extracting(Draft::recipient).containsExactly("ben@example.com", "ada@example.com");
        assertThat(letters.text(first.getFirst())).contains("You get €45 back");
        assertThat(letters.text(first.getLast())).contains("Ben Okri gets €45 back", "become smaller in proportion");
        var second = letters.tell(refunded(id, RefundReason.AT_STRIPE));
        assertThat(Stream.concat(first.stream(), second.stream())).extracting(Draft::dedupKey)
            .as("another refund is other news")
            .doesNotHaveDuplicates()
            .hasSize(4);
    }

    private static PaymentEvent.Refunded refunded(BookingId booking, RefundReason reason) {
        return new PaymentEvent.Refunded(booking, PAYMENT, Ids.next(), PRICE, reason, Letters.NOW);
    }

    @Test
    void anAuthorisationTooManyIsToldToNobodyWhileTheBookingStands() {
        letters.book(PRICE, Confirmation.REQUEST, BookingStatus.EXPIRED);
        assertThat(letters.tell(new PaymentEvent.Voided(letters.booking.id(), PAYMENT, PRICE, true, Letters.NOW)))
            .hasSize(1);
        letters.book(PRICE, Confirmation.REQUEST, BookingStatus.REQUESTED);
        assertThat(letters.tell(new PaymentEvent.Voided(letters.booking.id(), PAYMENT, PRICE, true, Letters.NOW)))
            .isEmpty();
    }

    @Test
    void aCardThatFailsAfterTheYesIsToldToBothAndBlamesNobodysSilence() {
        letters.accepted();
        var drafts = letters.tell(new BookingEvent.Expired(letters.booking.id(), false, Letters.NOW));
        assertThat(drafts).extracting(Draft::kind).containsOnly(MailKind.CHARGE_FAILED);
        assertThat(drafts).extracting(Draft::recipient).containsExactly("ben@example.com", "ada@example.com");
    }

    @Test
    void aMentorWhoSaidYesHearsThatTheMenteeGaveUpPaying() {
        letters.accepted();
        var drafts = letters.tell(new BookingEvent.Withdrawn(letters.booking.id(), true, Letters.NOW));
        assertThat(drafts).extracting(Draft::recipient).containsExactly("ada@example.com");
        assertThat(letters.text(drafts.getFirst())).contains("the session does not take place",
                "the time is free again");
        assertThat(letters.superseded).contains(MailKind.PAY_AGAIN);
    }

    @Test
    void aReceiptIsForTheMenteeOnly() {
        letters.book(PRICE, Confirmation.INSTANT, BookingStatus.CONFIRMED);
        var drafts = letters
            .tell(new PaymentEvent.Paid(letters.booking.id(), PAYMENT, PRICE, "Visa •••• 4242", Letters.NOW));
        assertThat(drafts).extracting(Draft::recipient).containsExactly("ben@example.com");
        assertThat(letters.text(drafts.getFirst())).contains("You paid €45 for Career review with Ada Byron",
                "Visa •••• 4242", "9 March 2027", PAYMENT.value().toString());
    }

    @Test
    void linksThatEndMakeTheirMailStale() {
        var verify = letters
            .tell(new AccountEvent.VerificationRequested(letters.mentee.id(), "ben@example.com", "a/b+c=", Letters.NOW))
            .getFirst();
        assertThat(verify.staleAt()).isEqualTo(Letters.NOW.plus(Duration.ofDays(1)));
        assertThat(letters.text(verify)).contains("https://mentormatch.example/verify?token=a%2Fb%2Bc%3D");
        assertThat(verify.dedupKey()).doesNotContain("a/b+c=");
        assertThat(letters.text(verify) + verify.recipientName()).doesNotContain("Ben");
        var reset = letters
            .tell(new AccountEvent.PasswordResetRequested(letters.mentee.id(), "ben@example.com", "token", Letters.NOW))
            .getFirst();
        assertThat(reset.staleAt()).isEqualTo(Letters.NOW.plus(Duration.ofHours(1)));
    }

    @Test
    void aReviewIsToldToTheMentorWithItsWords() {
        letters.book(FREE, Confirmation.INSTANT, BookingStatus.COMPLETED);
        var opinion = new Opinion(4, "Clear answers.\nA little fast.", false);
        var draft = letters.tell(new ReviewEvent.Written(letters.booking.id(), opinion, Letters.NOW)).getFirst();
        assertThat(draft.recipient()).isEqualTo("ada@example.com");
        assertThat(draft.staleAt()).isEqualTo(Letters.NOW.plus(Duration.ofDays(7)));
        assertThat(letters.text(draft)).contains("Ben Okri gives your session 4 of 5 stars", "> A little fast.",
                "stands on your profile", "Read it and reply:\nhttps://mentormatch.example/bookings/");
        letters.superseded.clear();
        assertThat(letters.tell(new ReviewEvent.Removed(letters.booking.id(), Letters.NOW))).isEmpty();
        assertThat(letters.superseded).containsExactly(MailKind.NEW_REVIEW);
    }

    @Test
    void everyLetterIsWholeInTextAndHtml() throws IOException {
        var folder = Files.createDirectories(Path.of("target/mails"));
        var keys = new HashSet<String>();
        var all = all();
        for (var i = 0; i < all.size(); i++) {
            var draft = all.get(i);
            assertThat(keys.add(draft.dedupKey())).as(draft.dedupKey()).isTrue();
            assertThat(draft.dedupKey().length()).isLessThanOrEqualTo(190);
            var text = letters.text(draft);
            var html = letters.html(draft);
            var name = "%02d-%s-%s".formatted(i, draft.kind(), draft.recipient().substring(0, 3));
            Files.writeString(folder.resolve(name + ".html"), html);
            Files.writeString(folder.resolve(name + ".txt"), "Subject: " + draft.letter().subject() + "\n\n" + text);
            assertThat(text).doesNotContain("??", "{0}", "null").contains(draft.letter().opening().split(" ")[0]);
            assertThat(html).doesNotContain("??", "{0}").contains("name=\"color-scheme\"");
            assertThat(text.lines().filter(line -> !line.contains("http")))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(72));
            assertThat(text).contains(draft.letter().action().url().toString());
        }
    }

    @Test
    void longAndRightToLeftWritingStaysInItsPlace() throws IOException {
        var folder = Files.createDirectories(Path.of("target/mails"));
        var strange = new Letters("Wolfeschlegelsteinhausenbergerdorff Zacharias", "עדה ביירון");
        strange.write("A session about " + "everything ".repeat(9).strip(), "x".repeat(120),
                "שלום, אני רוצה לדבר.\n" + "y".repeat(400));
        for (var draft : strange.tell(new BookingEvent.Requested(strange.booking.id(), Letters.NOW))) {
            Files.writeString(folder.resolve("strange-" + draft.kind() + ".html"), strange.html(draft));
            assertThat(draft.letter().opening()).containsAnyOf("\u2068עדה ביירון\u2069", "Wolfeschlegel");
            assertThat(strange.text(draft)).doesNotContain("null");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "Ben\r\nBcc: eve@example.com", "{0} ${7777*7777} #{x} [[1]]",
            "עדה ביירון", "\u202Emoc.live", "👩🏽‍🔬 Ben", "' onmouseover='x", "\"><img src=x>"})
    void nothingTypedBecomesMarkupOrAnotherLine(String typed) {
        var hostile = new Letters(typed, typed);
        hostile.write(typed, typed, typed);
        for (var draft : hostile.tell(new BookingEvent.Requested(hostile.booking.id(), Letters.NOW))) {
            assertThat(hostile.html(draft)).doesNotContain("<script", "<img", "onmouseover='x", "60481729", "\u202E");
            assertThat(hostile.text(draft).lines()).noneMatch(line -> line.startsWith("Bcc:"));
            assertThat(draft.letter().subject()).doesNotContain("\n", "\r");
        }
    }

    private String unwrapped(Draft draft) {
        return letters.text(draft).replaceAll("\\s+", " ");
    }

    private List<Draft> all() {
        var all = new ArrayList<Draft>();
        for (var price : List.of(PRICE, FREE)) {
            letters.book(price, Confirmation.REQUEST, BookingStatus.REQUESTED);
            var id = letters.booking.id();
            all.addAll(letters.tell(new BookingEvent.Requested(id, Letters.NOW)));
            all.addAll(letters.tell(new BookingEvent.Confirmed(id, Letters.NOW)));
            all.addAll(letters
                .tell(new BookingEvent.Declined(id, "I am away that week. Try the one after.", false, Letters.NOW)));
            all.addAll(letters.tell(new BookingEvent.Expired(id, false, Letters.NOW)));
            letters.book(price, Confirmation.INSTANT, BookingStatus.CONFIRMED);
            id = letters.booking.id();
            all.addAll(letters.tell(new BookingEvent.Confirmed(id, Letters.NOW)));
            all.addAll(letters.tell(new BookingEvent.Expired(id, true, Letters.NOW)));
        }
        for (var price : List.of(PRICE, FREE)) {
            letters.over(price, BookingStatus.PENDING_COMPLETION);
            all.addAll(letters.tell(new BookingEvent.SessionEnded(letters.booking.id(), Letters.NOW)));
            all.addAll(letters.remind("24h"));
            letters.over(price, BookingStatus.COMPLETED);
            all.addAll(letters.tell(new BookingEvent.Completed(letters.booking.id(), null, Letters.NOW)));
            for (var by : List.of(Party.MENTEE, Party.MENTOR)) {
                letters.disputed(price, by, null);
                all.addAll(letters.tell(new BookingEvent.Disputed(letters.booking.id(), by, Letters.NOW)));
                all.addAll(letters.tell(new BookingEvent.DisputeAnswered(letters.booking.id(), by, Letters.NOW)));
                letters.disputed(price, by, letters.ruling(price, 0, true, false));
                all.addAll(letters.tell(new BookingEvent.Appealed(letters.booking.id(), by, Letters.NOW)));
            }
            for (var refund : List.of(0L, price.minor() / 2, price.minor())) {
                letters.ruled(price, refund, refund > 0, refund > 0);
                all.addAll(letters.tell(new BookingEvent.Resolved(letters.booking.id(), Letters.NOW)));
            }
        }
        var id = letters.booking.id();
        all.addAll(letters.tell(new PaymentEvent.Paid(id, PAYMENT, PRICE, "Visa •••• 4242", Letters.NOW)));
        all.addAll(letters.tell(refunded(id, RefundReason.LATE)));
        letters.book(PRICE, Confirmation.INSTANT, BookingStatus.CONFIRMED);
        for (var reason : List.of(RefundReason.TWICE, RefundReason.ADMIN)) {
            all.addAll(letters.tell(refunded(letters.booking.id(), reason)));
        }
        letters.book(PRICE, Confirmation.REQUEST, BookingStatus.AWAITING_PAYMENT);
        all.addAll(letters.tell(new PaymentEvent.CaptureFailed(letters.booking.id(), PAYMENT, PRICE,
                Letters.NOW.plus(Duration.ofHours(24)), Letters.NOW)));
        all.addAll(letters.tell(new PaymentEvent.Voided(id, PAYMENT, PRICE, true, Letters.NOW))
            .stream()
            .map(draft -> new Draft(draft.kind(), draft.dedupKey() + "/voided", draft.booking(), draft.recipient(),
                    draft.recipientName(), draft.letter(), null, null))
            .toList());
        for (var by : Party.values()) {
            letters.cancelled(PRICE, by, by == Party.MENTEE ? 2250 : 4500);
            all.addAll(letters.tell(new BookingEvent.Cancelled(letters.booking.id(), by, true, FREE, Letters.NOW)));
        }
        for (var by : List.of(Party.MENTEE, Party.MENTOR)) {
            letters.proposed(by, by == Party.MENTEE ? FREE : PRICE);
            var about = letters.booking.id();
            all.addAll(letters.tell(new BookingEvent.MoveProposed(about, Letters.NOW)));
            all.addAll(letters.tell(new BookingEvent.MoveDeclined(about, by, Letters.TIME, Letters.NOW)));
            all.addAll(letters.tell(new BookingEvent.MoveWithdrawn(about, by, Letters.TIME, Letters.NOW)));
            all.addAll(letters.tell(new BookingEvent.MoveExpired(about, by, Letters.TIME, Letters.NOW)));
            letters.moved(PRICE);
            all.addAll(letters.tell(new BookingEvent.Moved(letters.booking.id(), by, Letters.TIME, Letters.NOW)));
        }
        all.addAll(letters.tell(new ReviewEvent.Written(id, new Opinion(2, "Too short.", true), Letters.NOW)));
        letters.accepted();
        all.addAll(letters.tell(new BookingEvent.Expired(letters.booking.id(), false, Letters.NOW)));
        var mentee = letters.mentee.id();
        all.addAll(
                letters.tell(new AccountEvent.VerificationRequested(mentee, "ben@example.com", "token", Letters.NOW)));
        all.addAll(letters.tell(new AccountEvent.SignUpRepeated(mentee, "ben@example.com", Letters.NOW)));
        all.addAll(
                letters.tell(new AccountEvent.PasswordResetRequested(mentee, "ben@example.com", "token", Letters.NOW)));
        all.addAll(letters.tell(new AccountEvent.PasswordChanged(mentee, Letters.NOW)));
        all.addAll(
                letters.tell(new AccountEvent.EmailChangeRequested(mentee, "new@example.com", "token", Letters.NOW)));
        all.addAll(letters.tell(new AccountEvent.EmailTaken(mentee, "ben@example.com", Letters.NOW)));
        all.addAll(letters.tell(new AccountEvent.EmailChanged(mentee, "old@example.com", Letters.NOW)));
        all.addAll(letters.tell(new AccountEvent.Suspended(mentee, Letters.NOW)));
        all.addAll(letters.tell(new AccountEvent.Restored(mentee, Letters.NOW)));
        all.addAll(letters.tell(new AccountEvent.Deleted(mentee, "ben@example.com", Letters.NOW)));
        return all;
    }
}
