package com.mentormatch.payment;

import com.mentormatch.account.People;
import com.mentormatch.account.SignedIn;
import com.mentormatch.booking.BookingDetails;
import com.mentormatch.booking.BookingFacts;
import com.mentormatch.booking.BookingId;
import com.mentormatch.booking.BookingStatus;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.Currencies;
import com.mentormatch.shared.FormToken;
import com.mentormatch.shared.PlainText;
import com.mentormatch.shared.Site;
import com.mentormatch.shared.Transactions;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * A mentee says thank you with money, once a session is completed, and is sent to Stripe's page to pay. The amount is in
 * the currency of the session, at least {@link Tip#least}; the mentor gets all of it.
 */
@Component
public class LeaveTip {

    public static final int MESSAGE_MAX = 500;

    /** Stripe charges no more at once. */
    public static final long MOST = 99_999_999;

    public sealed interface Result {}

    /** @param page where to pay */
    public record Redirect(URI page) implements Result {}

    /** This form was sent before, and its tip is paid or came to nothing. */
    public record Done() implements Result {}

    public record Refused(TipRefusal reason) implements Result {}

    /** Nothing was charged; try again. */
    public record Unavailable() implements Result {}

    private static final Logger log = LoggerFactory.getLogger(LeaveTip.class);

    private final Tips tips;
    private final Till till;
    private final BookingFacts bookings;
    private final Payees payees;
    private final People people;
    private final CheckoutWords words;
    private final Transactions transactions;
    private final Site site;

    LeaveTip(Tips tips, Till till, BookingFacts bookings, Payees payees, People people, CheckoutWords words,
            Transactions transactions, Site site) {
        this.tips = tips;
        this.till = till;
        this.bookings = bookings;
        this.payees = payees;
        this.people = people;
        this.words = words;
        this.transactions = transactions;
        this.site = site;
    }

    /** @param message at most {@link #MESSAGE_MAX} characters; null or blank where there is none */
    public Result leave(SignedIn mentee, BookingId id, Amount amount, @Nullable String message, FormToken token,
            Instant now) {
        var booking = bookings.visibleTo(mentee, id, now).orElseThrow();
        var refusal = refusal(mentee, booking, amount);
        if (refusal != null) {
            return new Refused(refusal);
        }
        var text = PlainText.block(message, MESSAGE_MAX);
        var tip = transactions.run(() -> tips.findByFormTokenAndMentee(token.value(), mentee.id())
            .orElseGet(() -> tips.save(new Tip(booking, amount, text.isEmpty() ? null : text, token, now))));
        if (tip.checkout().isOpened() || !tip.isOpen()) {
            return tip.payable(now) ? new Redirect(tip.checkout().page()) : new Done();
        }
        return open(booking, tip);
    }

    private @Nullable TipRefusal refusal(SignedIn mentee, BookingDetails booking, Amount amount) {
        if (!booking.mentee().equals(mentee.id())) {
            return TipRefusal.ONLY_MENTEE_TIPS;
        }
        if (booking.status() != BookingStatus.COMPLETED) {
            return TipRefusal.TIP_TOO_EARLY;
        }
        if (payees.destination(booking.mentor()).isEmpty()) {
            return TipRefusal.TIP_NOT_NOW;
        }
        return amount(booking, amount) ? null : TipRefusal.TIP_AMOUNT;
    }

    private static boolean amount(BookingDetails booking, Amount amount) {
        var currency = booking.price().currency();
        return amount.currency().equals(currency) && amount.minor() >= Tip.least(currency).minor()
                && amount.minor() <= MOST && Currencies.chargeable(amount);
    }

    private Result open(BookingDetails booking, Tip tip) {
        try {
            var opened = till.open(checkout(booking, tip));
            transactions.run(() -> tips.lock(tip.id()).orElseThrow().checkout().opened(opened));
            return new Redirect(opened.page());
        } catch (Till.Unavailable down) {
            log.warn("No Checkout for a tip on booking {}: {}", booking.id(), down.getMessage());
        } catch (Till.Refused refused) {
            log.error("Stripe refuses a Checkout for a tip on booking {}: {}", booking.id(), refused.getMessage());
        }
        return new Unavailable();
    }

    private Till.Checkout checkout(BookingDetails booking, Tip tip) {
        var mentee = people.find(booking.mentee()).orElseThrow();
        var mentor = people.find(booking.mentor()).orElseThrow();
        return new Till.Checkout(tip.id(), booking.id(), tip.amount(), words.tip(mentor, mentee),
                words.tipDetail(booking, mentee), mentee.email(), false, tip.checkout().expiresAt(),
                site.at("/bookings/" + booking.id() + "/tips/paid"), site.at("/bookings/" + booking.id()));
    }
}
