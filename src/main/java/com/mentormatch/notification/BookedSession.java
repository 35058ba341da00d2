package com.mentormatch.notification;

import com.mentormatch.account.Person;
import com.mentormatch.booking.BookingDetails;
import com.mentormatch.booking.Party;
import com.mentormatch.calendar.Invitation;
import com.mentormatch.notification.Voice.Voices;
import com.mentormatch.shared.PlainText;
import com.mentormatch.shared.Site;
import com.mentormatch.shared.TimeSpan;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A booking with its two people: everything a mail about it needs to know. */
record BookedSession(BookingDetails booking, Person mentor, Person mentee, String mentorSlug, Instant now,
        Voices voices, Site site) {

    Side toMentor() {
        return new Side(true);
    }

    Side toMentee() {
        return new Side(false);
    }

    /** The session as one of the two sees it, in that person's words. */
    final class Side {

        private final boolean isMentor;
        private final Voice voice;

        private Side(boolean isMentor) {
            this.isMentor = isMentor;
            this.voice = voices.to(isMentor ? mentor : mentee);
        }

        boolean isMentor() {
            return isMentor;
        }

        boolean is(Party by) {
            return by == (isMentor ? Party.MENTOR : Party.MENTEE);
        }

        String role() {
            return isMentor ? "mentor" : "mentee";
        }

        Voice voice() {
            return voice;
        }

        BookingDetails booking() {
            return booking;
        }

        String say(String key, Object... arguments) {
            return voice.say(key, arguments);
        }

        String otherName() {
            return Voice.name(other());
        }

        private Person other() {
            return isMentor ? mentee : mentor;
        }

        String price() {
            return voice.money(booking.price());
        }

        URI page() {
            return at("/bookings/" + booking.id());
        }

        /** What a mentee can have instead of a session somebody else called off. */
        URI alternatives() {
            return at("/bookings/" + booking.id() + "#instead");
        }

        /** Where other times of the mentor are. */
        URI profile() {
            return mentorSlug == null ? at("/mentors") : at("/mentors/" + mentorSlug);
        }

        URI at(String path) {
            return site.at(path);
        }

        /** The first sentence of the booking's page; its deadline in words that stay true when read later. */
        String headline(String standing, Instant deadline) {
            var ruling = booking.ruling();
            return say("booking.headline." + standing + "." + role(), otherName(),
                    deadline == null ? "" : voice.moment(deadline), price(),
                    ruling == null ? "" : voice.money(ruling.refund()),
                    ruling == null ? "" : voice.money(ruling.rest()));
        }

        Letter.Builder letter(MailKind kind, String state, String opening) {
            var offer = Voice.isolated(PlainText.line(booking.offerTitle(), 80));
            return Letter.to(voice.locale())
                .subject(say(kind.subject(isMentor), otherName(), voice.start(booking.time()), offer))
                .state(state, say("mail." + kind + ".state"))
                .greeting(say("mail.greeting", Voice.name(voice.reader())))
                .opening(opening)
                .small(say("mail.small.booking", voice.times().city(voice.reader().zone())));
        }

        /** When on both clocks, what, with whom, about what, for how much. */
        void facts(Letter.Builder letter) {
            session(letter);
            letter.fact(say("mail.fact.price"), booking.price().isFree() ? say("mail.free") : price());
        }

        /** The way to the room: the page that leads there, for the two of them. */
        void where(Letter.Builder letter) {
            letter.fact(say("mail.fact.where"), at("/bookings/" + booking.id() + "/join").toString(),
                    List.of(say("mail.fact.where.from")));
        }

        /** The same without the price. */
        void session(Letter.Builder letter) {
            if (booking.status().holdsTime()) {
                timeAhead(letter, "mail.fact.when", booking.time());
            } else {
                time(letter, "mail.fact.when", booking.time());
            }
            letter
                .fact(say("mail.fact.session"),
                        say("mail.fact.session.value", PlainText.line(booking.offerTitle(), 120),
                                voice.length(booking.time())))
                .fact(say(isMentor ? "mail.fact.mentee" : "mail.fact.mentor"), otherName())
                .fact(say("mail.fact.topic"), PlainText.line(booking.topic(), 120));
        }

        /** A time as a fact, where it was agreed first, then on the clock of whoever is elsewhere. */
        void time(Letter.Builder letter, String label, TimeSpan time) {
            letter.fact(say(label), voice.where(time, booking.agreedZone()), elsewhere(time));
        }

        /** The same of a time to come, with what had better be known about it: clocks that change, somebody's night. */
        void timeAhead(Letter.Builder letter, String label, TimeSpan time) {
            var more = new ArrayList<>(elsewhere(time));
            more.addAll(voice.notes(time.start(), other().zone(), otherName(), now));
            letter.fact(say(label), voice.where(time, booking.agreedZone()), more);
        }

        private List<String> elsewhere(TimeSpan time) {
            var words = voice.elsewhere(time, booking.agreedZone(), other().zone(), otherName());
            return words == null ? List.of() : List.of(words);
        }

        Draft draft(MailKind kind, String which, Letter.Builder letter, Invitation invitation, Instant staleAt) {
            var key = kind + "/" + booking.id() + "/" + which + "/" + role();
            var notice = new Notice(voice.reader().id(), isMentor, (isMentor ? mentee : mentor).id(),
                    booking.time().start(), booking.offerTitle());
            return new Draft(kind, key, booking.id().value(), voice.reader().email(), voice.reader().name(),
                    letter.build(), invitation, staleAt, notice);
        }
    }
}
