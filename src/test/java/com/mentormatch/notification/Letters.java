package com.mentormatch.notification;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;

import com.mentormatch.account.AccountEvent;
import com.mentormatch.account.AccountId;
import com.mentormatch.account.People;
import com.mentormatch.account.Person;
import com.mentormatch.booking.BookingDetails;
import com.mentormatch.booking.BookingEvent;
import com.mentormatch.booking.BookingFacts;
import com.mentormatch.booking.BookingId;
import com.mentormatch.booking.BookingStatus;
import com.mentormatch.booking.Cancellation;
import com.mentormatch.booking.Complaint;
import com.mentormatch.booking.GivenBack;
import com.mentormatch.booking.Party;
import com.mentormatch.booking.Proposal;
import com.mentormatch.booking.Ruling;
import com.mentormatch.calendar.PlainInvitations;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.mentor.MentorSummary;
import com.mentormatch.mentor.Mentors;
import com.mentormatch.mentor.OfferId;
import com.mentormatch.notification.Voice.Voices;
import com.mentormatch.payment.PaymentEvent;
import com.mentormatch.review.ReviewEvent;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.Ids;
import com.mentormatch.shared.Site;
import com.mentormatch.shared.TimeNotes;
import com.mentormatch.shared.TimeSpan;
import com.mentormatch.shared.TimeWords;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The product's letter writers without a database: what they would stage is kept here. */
final class Letters {

    static final Instant NOW = Instant.parse("2027-03-09T08:00:00Z");
    static final TimeSpan TIME = TimeSpan.of(Instant.parse("2027-03-11T17:00:00Z"), Duration.ofMinutes(60));

    final List<Draft> drafts = new ArrayList<>();
    final List<MailKind> superseded = new ArrayList<>();
    final Person mentor;
    final Person mentee;
    BookingDetails booking;
    final GivenBack given = mock(GivenBack.class);

    private final ResourceBundleMessageSource messages = messages();
    private final SpringTemplateEngine templates = templates(messages);
    private final AccountMails accountMails;
    private final BookingMails bookingMails;
    private final CancellationMails cancellationMails;
    private final MoveMails moveMails;
    private final PaymentMails paymentMails;
    private final ReviewMails reviewMails;
    private final FinishMails finishMails;
    private final DisputeMails disputeMails;

    Letters(String mentorName, String menteeName) {
        mentor = new Person(AccountId.next(), mentorName, "ada@example.com", ZoneId.of("Europe/Berlin"), Locale.ENGLISH,
                null);
        mentee = new Person(AccountId.next(), menteeName, "ben@example.com", ZoneId.of("America/New_York"),
                Locale.ENGLISH, null);
        booking = new BookingDetails(BookingId.next(), mentor.id(), mentee.id(), TIME, ZoneId.of("Europe/Berlin"),
                new OfferId(Ids.next()), "Career review", "From analyst to product manager",
                "I have two offers and five days to choose.\n\nCould we go through both?", new Amount(4500, "EUR"),
                Confirmation.REQUEST, BookingStatus.REQUESTED, NOW.plus(Duration.ofHours(48)), false, 0, 0, null, null,
                null, null, null);
        var people = mock(People.class);
        lenient().when(people.find(any())).thenAnswer(call -> Optional.of(mentee));
        lenient().when(people.all(anyCollection())).thenReturn(Map.of(mentor.id(), mentor, mentee.id(), mentee));
        var bookings = mock(BookingFacts.class);
        lenient().when(bookings.of(any(), any())).thenAnswer(_ -> Optional.of(booking));
        var mentors = mock(Mentors.class);
        lenient().when(mentors.summaries(anyCollection()))
            .thenReturn(Map.of(mentor.id(),
                    new MentorSummary(mentor.id(), "ada-byron", mentorName, "Headline", null, mentor.zone(), false)));
        var outbox = mock(Outbox.class);
        doAnswer(call -> drafts.add(call.getArgument(0))).when(outbox).stage(any(), any());
        doAnswer(call -> superseded.addAll(call.getArgument(1))).when(outbox).supersede(any(), anyCollection(), any());
        var times = new TimeWords(messages);
        var site = new Site("https://mentormatch.example");
        var voices = new Voices(messages, times, new TimeNotes(messages, times));
        var sessions = new BookedSessions(bookings, people, mentors, voices, site);
        accountMails = new AccountMails(outbox, people, voices, site);
        var invitations = PlainInvitations.with("hello@mentormatch.example", site, times, messages);
        bookingMails = new BookingMails(outbox, sessions, invitations);
        moveMails = new MoveMails(outbox, sessions, invitations);
        cancellationMails = new CancellationMails(outbox, sessions, invitations, given);
        paymentMails = new PaymentMails(outbox, sessions);
        reviewMails = new ReviewMails(outbox, sessions);
        finishMails = new FinishMails(outbox, sessions, mock(ConfirmReminders.class), mock(MailPreferences.class),
                given);
        disputeMails = new DisputeMails(outbox, sessions, given);
    }

    List<Draft> tell(AccountEvent event) {
        drafts.clear();
        accountMails.tell(event);
        return drafts;
    }

    List<Draft> tell(BookingEvent event) {
        drafts.clear();
        bookingMails.tell(event);
        switch (event) {
            case BookingEvent.Cancelled cancelled -> cancellationMails.tell(cancelled);
            case BookingEvent.MoveProposed proposed -> moveMails.proposed(proposed);
            case BookingEvent.MoveDeclined declined -> moveMails.declined(declined);
            case BookingEvent.MoveWithdrawn withdrawn -> moveMails.withdrawn(withdrawn);
            case BookingEvent.MoveExpired expired -> moveMails.expired(expired);
            case BookingEvent.Moved moved -> moveMails.moved(moved);
            case BookingEvent.SessionEnded ended -> finishMails.ended(ended);
            case BookingEvent.Completed completed -> finishMails.completed(completed);
            case BookingEvent.Disputed disputed -> disputeMails.disputed(disputed);
            case BookingEvent.DisputeAnswered answered -> disputeMails.answered(answered);
            case BookingEvent.Resolved resolved -> disputeMails.resolved(resolved);
            case BookingEvent.Appealed appealed -> disputeMails.appealed(appealed);
            default -> {
                // Told by BookingMails.
            }
        }
        return drafts;
    }

    List<Draft> tell(PaymentEvent event) {
        drafts.clear();
        paymentMails.tell(event);
        return drafts;
    }

    List<Draft> tell(ReviewEvent event) {
        drafts.clear();
        reviewMails.tell(event);
        return drafts;
    }

    void book(Amount price, Confirmation confirmation, BookingStatus status) {
        booking = new BookingDetails(BookingId.next(), mentor.id(), mentee.id(), TIME, booking.agreedZone(),
                booking.offer(), booking.offerTitle(), booking.topic(), booking.message(), price, confirmation, status,
                booking.deadline(), false, 0, 0, null, null, null, null, null);
    }

    /** At another time. */
    void at(TimeSpan time) {
        booking = new BookingDetails(booking.id(), mentor.id(), mentee.id(), time, booking.agreedZone(),
                booking.offer(), booking.offerTitle(), booking.topic(), booking.message(), booking.price(),
                booking.confirmation(), booking.status(), booking.deadline(), false, 0, 0, null, null, null, null,
                null);
    }

    /** The mentor said yes, the card is not charged yet. */
    void accepted() {
        booking = new BookingDetails(BookingId.next(), mentor.id(), mentee.id(), TIME, booking.agreedZone(),
                booking.offer(), booking.offerTitle(), booking.topic(), booking.message(), new Amount(4500, "EUR"),
                Confirmation.REQUEST, BookingStatus.EXPIRED, null, true, 0, 0, null, null, null, null, null);
    }

    void cancelled(Amount price, Party by, long back) {
        booking = new BookingDetails(BookingId.next(), mentor.id(), mentee.id(), TIME, booking.agreedZone(),
                booking.offer(), booking.offerTitle(), booking.topic(), booking.message(), price, Confirmation.INSTANT,
                BookingStatus.CANCELLED, null, false, 1, 0, null,
                new Cancellation(by, "My flight was moved.", new Amount(back, price.currency())), null, null, null);
    }

    /** Another time two days later, proposed by that side; the booking itself is confirmed. */
    void proposed(Party by, Amount price) {
        var other = TimeSpan.of(TIME.start().plus(Duration.ofDays(2)), TIME.length());
        booking = new BookingDetails(BookingId.next(), mentor.id(), mentee.id(), TIME, booking.agreedZone(),
                booking.offer(), booking.offerTitle(), booking.topic(), booking.message(), price, Confirmation.INSTANT,
                BookingStatus.CONFIRMED, null, false, 0, 0, null, null,
                new Proposal(by, other.start(), other.end(), NOW, NOW.plus(Duration.ofHours(48)), "Something came up."),
                null, null);
    }

    /** It has taken another time once. */
    void moved(Amount price) {
        booking = new BookingDetails(BookingId.next(), mentor.id(), mentee.id(),
                TimeSpan.of(TIME.start().plus(Duration.ofDays(2)), TIME.length()), booking.agreedZone(),
                booking.offer(), booking.offerTitle(), booking.topic(), booking.message(), price, Confirmation.INSTANT,
                BookingStatus.CONFIRMED, null, false, 1, 1, null, null, null, null, null);
    }

    /** It is over; nobody has said anything. */
    void over(Amount price, BookingStatus status) {
        after(price, status, null, null);
    }

    /** One of the two complains, of the session or of a ruling. */
    void disputed(Amount price, Party by, Ruling ruling) {
        var complaint = new Complaint(by, "It lasted ten minutes.\nI had paid for sixty.", NOW,
                NOW.plus(Duration.ofHours(48)), "It was thirty.", null);
        after(price, ruling == null ? BookingStatus.DISPUTED : BookingStatus.RESOLVED, complaint, ruling);
    }

    void ruled(Amount price, long refund, boolean contested, boolean onAppeal) {
        after(price, BookingStatus.RESOLVED, null, ruling(price, refund, contested, onAppeal));
    }

    /** All of it goes back, because the mentor did not come. */
    void ruledAbsent(Amount price) {
        after(price, BookingStatus.RESOLVED, null,
                new Ruling(price, price, "Nobody came.", AccountId.next(), NOW, false, true));
    }

    Ruling ruling(Amount price, long refund, boolean contested, boolean onAppeal) {
        return new Ruling(price, new Amount(refund, price.currency()), contested ? "Thirty it was." : null,
                contested ? AccountId.next() : null, NOW, onAppeal, false);
    }

    List<Draft> remind(String step) {
        drafts.clear();
        finishMails.remind(booking.id(), step, NOW.plus(Duration.ofHours(23)), NOW);
        return drafts;
    }

    private void after(Amount price, BookingStatus status, Complaint complaint, Ruling ruling) {
        booking = new BookingDetails(BookingId.next(), mentor.id(), mentee.id(), TIME, booking.agreedZone(),
                booking.offer(), booking.offerTitle(), booking.topic(), booking.message(), price, Confirmation.INSTANT,
                status, null, false, 0, 0, null, null, null, complaint, ruling);
    }

    void write(String offer, String topic, String message) {
        booking = new BookingDetails(BookingId.next(), mentor.id(), mentee.id(), TIME, booking.agreedZone(),
                booking.offer(), offer, topic, message, booking.price(), booking.confirmation(), booking.status(),
                booking.deadline(), false, 0, 0, null, null, null, null, null);
    }

    String text(Draft draft) {
        return new LetterText(messages).of(draft.letter());
    }

    String html(Draft draft) {
        return templates.process("mail/letter", new Context(draft.letter().locale(), Map.of("letter", draft.letter())));
    }

    private static ResourceBundleMessageSource messages() {
        var source = new ResourceBundleMessageSource();
        source.setBasenames("messages/shared", "messages/booking", "messages/calendar", "messages/notification");
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        return source;
    }

    private static SpringTemplateEngine templates(ResourceBundleMessageSource messages) {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        engine.setEnableSpringELCompiler(true);
        engine.setTemplateEngineMessageSource(messages);
        return engine;
    }
}
