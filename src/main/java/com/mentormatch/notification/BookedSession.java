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

/** A booking with its two people: everything a mail about it needs to know. */
record BookedSession(BookingDetails booking, Person mentor, Person mentee, String mentorSlug, Voices voices,
        Site site) {

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
            return Voice.name(isMentor ? mentee : mentor);
        }

        String price() {
            return voice.money(booking.price());
        }

        URI page() {
            return at("/bookings/" + booking.id());
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
            return say("booking.headline." + standing + "." + role(), otherName(),
                    deadline == null ? "" : voice.moment(deadline), price());
        }

        Letter.Builder letter(MailKind kind, String state, String opening) {
            var offer = Voice.isolated(PlainText.line(booking.offerTitle(), 80));
            return Letter.to(voice.locale())
                .subject(say("mail." + kind + ".subject." + role(), otherName(), voice.start(booking.time()), offer))
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

        /** The same without the price. */
        void session(Letter.Builder letter) {
            when(letter);
            letter
                .fact(say("mail.fact.session"),
                        say("mail.fact.session.value", PlainText.line(booking.offerTitle(), 120),
                                voice.length(booking.time())))
                .fact(say(isMentor ? "mail.fact.mentee" : "mail.fact.mentor"), otherName())
                .fact(say("mail.fact.topic"), PlainText.line(booking.topic(), 120));
        }

        /** Where it was agreed first, then the clock of whoever is elsewhere. */
        private void when(Letter.Builder letter) {
            time(letter, "mail.fact.when", booking.time());
        }

        /** A time as a fact, where it was agreed first. */
        void time(Letter.Builder letter, String label, TimeSpan time) {
            var start = time.start();
            var agreed = voice.where(time, booking.agreedZone());
            String more = null;
            if (!sameClock(start, voice.reader())) {
                more = voice.times().yours(time, voice.reader().zone(), voice.locale());
            } else if (!sameClock(start, isMentor ? mentee : mentor)) {
                more = say("mail.clockOf", voice.where(time, (isMentor ? mentee : mentor).zone()), otherName());
            }
            letter.fact(say(label), agreed, more);
        }

        Draft draft(MailKind kind, String which, Letter.Builder letter, Invitation invitation, Instant staleAt) {
            var key = kind + "/" + booking.id() + "/" + which + "/" + role();
            return new Draft(kind, key, booking.id().value(), voice.reader().email(), voice.reader().name(),
                    letter.build(), invitation, staleAt);
        }

        private boolean sameClock(Instant at, Person person) {
            return booking.agreedZone().getRules().getOffset(at).equals(person.zone().getRules().getOffset(at));
        }
    }
}
