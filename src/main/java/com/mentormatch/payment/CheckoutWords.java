package com.mentormatch.payment;

import com.mentormatch.account.Person;
import com.mentormatch.booking.BookingDetails;
import com.mentormatch.shared.TimeWords;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the payer reads on Stripe's page. It never changes for one attempt, or Stripe would take it for another one. */
@Component
class CheckoutWords {

    private final MessageSource messages;
    private final TimeWords times;

    CheckoutWords(MessageSource messages, TimeWords times) {
        this.messages = messages;
        this.times = times;
    }

    String title(BookingDetails booking, Person mentor, Person mentee) {
        return messages.getMessage("payment.checkout.title", new Object[]{booking.offerTitle(), mentor.name()},
                mentee.locale());
    }

    /** @param hold whether the card is only charged when the mentor accepts */
    String detail(BookingDetails booking, boolean hold, Person mentee) {
        var when = times.where(booking.time(), booking.agreedZone(), mentee.locale());
        var key = hold ? "payment.checkout.authorised" : "payment.checkout.charged";
        return messages.getMessage(key, new Object[]{when}, mentee.locale());
    }

    String tip(Person mentor, Person mentee) {
        return messages.getMessage("tip.checkout.title", new Object[]{mentor.name()}, mentee.locale());
    }

    String tipDetail(BookingDetails booking, Person mentee) {
        var when = times.where(booking.time(), booking.agreedZone(), mentee.locale());
        return messages.getMessage("tip.checkout.detail", new Object[]{booking.offerTitle(), when}, mentee.locale());
    }
}
