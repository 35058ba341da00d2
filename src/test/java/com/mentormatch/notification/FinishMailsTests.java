package com.mentormatch.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.booking.BookingFacts;
import com.mentormatch.booking.BookingId;
import com.mentormatch.booking.SentMails;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.shared.TimeSpan;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.PairTest;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Who is asked, reminded and told after a session, and that nobody is told what is no longer so. */
class FinishMailsTests extends PairTest {

    @Autowired
    BookingFacts facts;
    @Autowired
    SentMails mails;
    @Autowired
    MailPreferences preferences;
    @Autowired
    JavaMailSenderImpl sender;

    private BookingId id;
    private TimeSpan time;

    @BeforeEach
    void booked() throws Exception {
        id = market.book(mentee, market.offer(mentor, 0, Confirmation.INSTANT));
        time = facts.of(id, clock.instant()).orElseThrow().time();
        tasks.runDue();
    }

    @Test
    void theMenteeIsAskedThenRemindedThreeTimesThenItCounts() throws Exception {
        after(Duration.ofMinutes(16));
        assertThat(news(mentee)).containsExactly("Did your session with Milo Mentor take place?");
        after(Duration.ofMinutes(61));
        after(Duration.ofHours(24).plusMinutes(1));
        after(Duration.ofHours(60).plusMinutes(1));
        assertThat(news(mentee)).hasSize(4)
            .last()
            .asString()
            .startsWith("Still open: did your session with Milo Mentor");
        assertThat(news(mentor)).isEmpty();
        after(Duration.ofHours(72).plusMinutes(1));
        assertThat(news(mentee)).hasSize(5).last().isEqualTo("Your session with Milo Mentor counts as held");
        assertThat(news(mentor)).containsExactly("Your session with Mara Mentee is complete");
        after(Duration.ofDays(9));
        assertThat(news(mentee)).hasSize(5);
        assertThat(mails.of(id)).filteredOn(mail -> mail.subject().startsWith("Still open"))
            .hasSize(3)
            .allSatisfy(mail -> assertThat(mail.sent()).isNotNull());
    }

    @Test
    void aReminderCanBeStoppedWithOneClickTheQuestionCannot() throws Exception {
        after(Duration.ofMinutes(16));
        after(Duration.ofMinutes(61));
        var mails = inbox(mentee).mails();
        assertThat(mails.getLast().getSubject()).startsWith("Still open");
        assertThat(mails.getLast().getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(mails.get(mails.size() - 2).getSubject()).startsWith("Did your session");
        assertThat(mails.get(mails.size() - 2).getHeader("List-Unsubscribe")).isNull();
        var token = mails.getLast().getHeader("List-Unsubscribe")[0].replaceAll(".*/|>", "");
        assertThat(mvc.get().uri("/unsubscribe/" + token)).hasStatusOk().bodyText().contains("We still ask once");
        assertThat(mvc.post().uri("/unsubscribe/" + token)).hasStatusOk()
            .bodyText()
            .contains("You get no more reminders to confirm your sessions.");
        assertThat(preferences.off(mentee.id())).containsExactly(MailTopic.CONFIRM_REMINDERS);
        after(Duration.ofHours(24).plusMinutes(1));
        assertThat(news(mentee)).hasSize(2);
    }

    /** Also where the mail server is away just then: the one question waits for it, and no reminder takes its place. */
    @Test
    void whoDoesWithoutRemindersIsStillAskedOnce() throws Exception {
        preferences.choose(mentee.id(), List.of(MailTopic.REMINDERS));
        var port = sender.getPort();
        sender.setPort(1);
        try {
            after(Duration.ofMinutes(16));
            after(Duration.ofMinutes(61));
        } finally {
            sender.setPort(port);
        }
        after(Duration.ofMinutes(90));
        assertThat(news(mentee)).containsExactly("Did your session with Milo Mentor take place?");
        after(Duration.ofHours(61));
        assertThat(news(mentee)).hasSize(1);
    }

    @Test
    void theMentorsWordAsksAtOnceAndOnce() throws Exception {
        clock.moveTo(time.end().plus(Duration.ofMinutes(1)));
        deeds.complete(mentor, id);
        tasks.runDue();
        after(Duration.ofMinutes(20));
        assertThat(news(mentee)).containsExactly("Did your session with Milo Mentor take place?");
    }

    @Test
    void whoHasSaidSomethingIsNotAskedAgain() throws Exception {
        after(Duration.ofMinutes(16));
        deeds.confirm(mentee, id);
        tasks.runDue();
        after(Duration.ofHours(2));
        after(Duration.ofHours(73));
        assertThat(news(mentee)).hasSize(1);
        assertThat(news(mentor)).containsExactly("Your session with Mara Mentee is complete");
    }

    @Test
    void tasksThatWereOffForADayRemindOnceAndNotOfWhatIsOver() throws Exception {
        after(Duration.ofHours(25));
        assertThat(news(mentee)).singleElement().asString().startsWith("Still open: did your session");
    }

    @Test
    void tasksThatWereOffForAWeekAskNobodyAnything() throws Exception {
        after(Duration.ofDays(7));
        assertThat(news(mentee)).containsExactly("Your session with Milo Mentor counts as held");
        assertThat(news(mentor)).containsExactly("Your session with Mara Mentee is complete");
    }

    @Test
    void eachIsToldWhatTheOtherSaysAndBothWhatIsDecided() throws Exception {
        after(Duration.ofMinutes(16));
        deeds.dispute(mentee, id);
        tasks.runDue();
        assertThat(news(mentor)).singleElement().asString().startsWith("Mara Mentee disputes your session on");
        deeds.answer(mentor, id);
        tasks.runDue();
        assertThat(news(mentee)).last().asString().startsWith("Milo Mentor answered about your session");
        deeds.rule(cast.admin(), id, 0);
        tasks.runDue();
        assertThat(news(mentee)).last().asString().startsWith("Decided: your session with Milo Mentor");
        assertThat(news(mentor)).last().asString().startsWith("Decided: your session with Mara Mentee");
        deeds.appeal(mentee, id);
        tasks.runDue();
        assertThat(news(mentor)).last().asString().startsWith("Mara Mentee appeals");
        deeds.answer(mentor, id);
        deeds.rule(cast.admin(), id, 0);
        tasks.runDue();
        assertThat(news(mentee)).filteredOn(subject -> subject.startsWith("Decided")).hasSize(2);
        assertThat(news(mentor)).hasSize(4);
        after(Duration.ofDays(3));
        assertThat(news(mentee)).as("nobody is asked to confirm what is disputed")
            .noneMatch(subject -> subject.startsWith("Still open"));
    }

    @Test
    void aReportThatNobodyContestsIsToldToBoth() throws Exception {
        clock.moveTo(time.start().plus(Duration.ofMinutes(20)));
        deeds.reportNoShow(mentor, id);
        tasks.runDue();
        assertThat(news(mentee)).singleElement().asString().startsWith("Milo Mentor reports that you did not come");
        after(Duration.ofDays(4));
        assertThat(news(mentee)).hasSize(2).last().asString().startsWith("Decided: your session");
        assertThat(news(mentor)).singleElement().asString().startsWith("Decided: your session");
    }

    /** So long after the end of the session, everything due is done. */
    private void after(Duration end) {
        Instant at = time.end().plus(end);
        if (at.isAfter(clock.instant())) {
            clock.moveTo(at);
        }
        tasks.runDue();
    }

    /** Subjects after the confirmation. */
    private List<String> news(Actor reader) throws MessagingException {
        return inbox(reader).subjects("")
            .stream()
            .filter(subject -> !subject.startsWith("Confirmed: ") && !subject.startsWith("In "))
            .toList();
    }
}
