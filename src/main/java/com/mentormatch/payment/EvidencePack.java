package com.mentormatch.payment;

import com.mentormatch.account.People;
import com.mentormatch.account.Person;
import com.mentormatch.account.SignedIn;
import com.mentormatch.booking.AdminBookings;
import com.mentormatch.booking.Arrivals;
import com.mentormatch.booking.BookingPage;
import com.mentormatch.booking.BookingId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What shows a bank that a session was agreed, paid for and held: a file a subject, plain text in English, times in UTC,
 * ready to be uploaded at Stripe.
 */
@Component
public class EvidencePack {

    private final Chargebacks chargebacks;
    private final AdminBookings bookings;
    private final BookingMoney money;
    private final People people;
    private final ObjectProvider<Arrivals> arrivals;
    private final List<Evidence> others;

    EvidencePack(Chargebacks chargebacks, AdminBookings bookings, BookingMoney money, People people,
            ObjectProvider<Arrivals> arrivals, List<Evidence> others) {
        this.chargebacks = chargebacks;
        this.bookings = bookings;
        this.money = money;
        this.people = people;
        this.arrivals = arrivals;
        this.others = others;
    }

    /** A ZIP file; empty where there is no such chargeback, and for whoever is no admin. */
    @Transactional(readOnly = true)
    public Optional<byte[]> of(SignedIn viewer, UUID id, Instant now) {
        return chargebacks.findById(id)
            .flatMap(chargeback -> bookings.show(viewer, chargeback.booking(), now)
                .map(found -> zip(files(viewer, chargeback, found.page(), now))));
    }

    private Map<String, String> files(SignedIn viewer, Chargeback chargeback, BookingPage page, Instant now) {
        var booking = page.booking();
        var files = new LinkedHashMap<String, String>();
        files.put("session",
                lines("Session: " + booking.offerTitle(), "Topic: " + booking.topic(),
                        "Start: " + booking.time().start(), "End: " + booking.time().end(),
                        "Mentor: " + page.mentor().name(), "Mentee: " + page.mentee().name(),
                        "Price: " + booking.price().currency() + " " + booking.price().decimal(),
                        "Status: " + booking.status().slug(), "Booking: " + booking.id(),
                        "Claim of the bank: " + chargeback.stripe() + ", " + chargeback.reason() + ", "
                                + (chargeback.tip() == null ? "the session" : "a tip given after the session")));
        files.put("terms",
                lines("What the mentee was shown before paying:",
                        "Cancelled 24 hours or more before the start: refunded in full.",
                        "Cancelled later: " + page.lateRefundPercent() + " % refunded.",
                        "Within 30 minutes of paying and more than 2 hours before the start: refunded in full.",
                        "Cancelled by the mentor or by us: refunded in full."));
        files.put("timeline",
                page.timeline()
                    .stream()
                    .map(step -> step.at() + "  " + step.act() + (step.actor() == null ? "" : "  by " + step.actor())
                            + (step.start() == null ? "" : "  to " + step.start())
                            + (step.note() == null ? "" : "\n    " + step.note()))
                    .collect(Collectors.joining("\n", "", "\n")));
        files.put("arrivals", arrivals(booking.id()));
        files.put("money",
                money.of(viewer, booking.id(), now)
                    .orElseThrow()
                    .entries()
                    .stream()
                    .map(entry -> entry.at() + "  " + entry.movement() + "  " + entry.cause() + "  " + entry.lines()
                        .stream()
                        .map(line -> line.account() + " " + line.amount().currency() + " " + line.amount().decimal())
                        .collect(Collectors.joining(", ")))
                    .collect(Collectors.joining("\n", "", "\n")));
        others.forEach(other -> files.put(other.name(), other.of(booking.id())));
        return files;
    }

    private String arrivals(BookingId booking) {
        var came = arrivals.orderedStream().flatMap(source -> source.of(booking).stream()).toList();
        return came.isEmpty()
                ? "Nobody opened the meeting room through the booking.\n"
                : came.stream()
                    .map(arrival -> arrival.first() + "  "
                            + people.find(arrival.account()).map(Person::name).orElse("somebody")
                            + " opened the meeting room, " + arrival.times() + " times in all")
                    .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String lines(String... lines) {
        return String.join("\n", lines) + "\n";
    }

    private static byte[] zip(Map<String, String> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey() + ".txt"));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }
}
