package com.mentormatch.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.mentormatch.availability.Slots;
import com.mentormatch.booking.BookingId;
import com.mentormatch.booking.BookingStatus;
import com.mentormatch.mentor.Mentors;
import com.mentormatch.mentor.OfferTerms;
import com.mentormatch.sandbox.stripe.StripeStandIn;
import com.mentormatch.shared.Columns;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.Cast;
import com.mentormatch.testing.Deeds;
import com.mentormatch.testing.Market;
import com.mentormatch.testing.Tasks;
import com.mentormatch.testing.TestClock;
import com.mentormatch.testing.browser.BrowserTest;
import com.mentormatch.testing.browser.Window;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People on their way through the product, and what can be asked about them afterwards. */
@BrowserTest
abstract class Journey {

    static final String TOPIC = "How to begin, and with whom";
    static final String MESSAGE = "I have read two books.\nNow I am stuck.";

    @Autowired
    Market market;
    @Autowired
    Cast cast;
    @Autowired
    Deeds deeds;
    @Autowired
    Mentors mentors;
    @Autowired
    Slots slots;
    @Autowired
    StripeStandIn stripe;
    @Autowired
    Tasks tasks;
    @Autowired
    TestClock clock;
    @Autowired
    GreenMail server;
    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void backToNormal() {
        stripe.faults().clear();
        clock.reset();
    }

    String profile(Actor mentor) {
        return "/mentors/" + mentors.byId(mentor.id()).orElseThrow().slug();
    }

    /** On a profile: goes on to the next month, takes the fifth free day in it and that day's first time. */
    Instant pick(Window window) {
        window.press(By.cssSelector("#times a[aria-label='Later month']"));
        window.press(By.xpath("(//*[@id='times']//table//td/a)[5]"));
        window.find("#times h3");
        var time = By.cssSelector("#times .times a");
        var href = window.find("#times .times a").getDomAttribute("href");
        window.press(time);
        return Instant.parse(URLDecoder.decode(href.replaceFirst(".*start=", ""), UTF_8));
    }

    String form(OfferTerms offer, Instant start) {
        return "/bookings/new?offer=" + offer.id() + "&start=" + start;
    }

    Window write(Window window) {
        return window.fill("Topic", TOPIC).fill("Message (optional)", MESSAGE);
    }

    /** At the stand-in's page. */
    Window payAtCheckout(Window window) {
        return window.at(stripe.url() + "/c/pay/").press(By.id("pay")).at("/bookings/");
    }

    /** The only booking of somebody. */
    BookingId booking(Actor mentee) {
        assertThat(bookings(mentee)).hasSize(1);
        return market.latest(mentee).id();
    }

    List<String> bookings(Actor mentee) {
        return jdbc.sql("SELECT status FROM booking WHERE mentee_id = ?")
            .param(Columns.param(mentee.id().value()))
            .query(String.class)
            .list();
    }

    BookingStatus status(Actor mentee) {
        return market.latest(mentee).status();
    }

    boolean free(OfferTerms offer, Instant start) {
        return slots.offers(offer, slots.scheduleOf(offer.mentor()), start, clock.instant());
    }

    List<MimeMessage> mails(String address) {
        return Arrays.stream(server.getReceivedMessages()).filter(mail -> {
            try {
                return ((InternetAddress) mail.getAllRecipients()[0]).getAddress().equals(address);
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }).toList();
    }

    List<String> subjects(Actor reader) {
        return mails(reader.email()).stream().map(mail -> {
            try {
                return mail.getSubject();
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }).toList();
    }

    void invited(Actor... readers) {
        for (var reader : readers) {
            assertThat(subjects(reader)).filteredOn(subject -> subject.startsWith("Confirmed: "))
                .as(reader.name() + " is invited once")
                .hasSize(1);
            assertThat(mails(reader.email())).filteredOn(mail -> {
                try {
                    return mail.getContentType().startsWith("multipart/mixed");
                } catch (MessagingException e) {
                    throw new IllegalStateException(e);
                }
            }).as("calendar invitation").hasSize(1);
        }
    }
}
