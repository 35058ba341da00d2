package com.mentormatch.dispute.web;

import static com.mentormatch.testing.FormKey.formKey;
import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.account.NeedsAdmin;
import com.mentormatch.account.Role;
import com.mentormatch.booking.AnswerDispute;
import com.mentormatch.booking.BookingDetails;
import com.mentormatch.booking.BookingFacts;
import com.mentormatch.booking.BookingId;
import com.mentormatch.booking.BookingStatus;
import com.mentormatch.booking.DisputeSession;
import com.mentormatch.booking.RecordPayment;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.mentor.Mentors;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.FormToken;
import com.mentormatch.shared.TimeSpan;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.PairTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

/** The doors after a session: the words of both, the admins' room, and the sentences that are fixed. */
class DisputeDoorTests extends PairTest {

    private static final String HOSTILE = "<script>alert(1)</script> \"' & مرحبا";

    @Autowired
    RecordPayment money;
    @Autowired
    BookingFacts facts;
    @Autowired
    DisputeSession dispute;
    @Autowired
    AnswerDispute answer;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Mentors mentors;
    @Autowired
    List<NeedsAdmin> needs;

    private Actor admin;
    private BookingId id;
    private TimeSpan time;

    @BeforeEach
    void booked() {
        admin = cast.admin();
        id = market.book(mentee, market.offer(mentor, 4500, Confirmation.INSTANT));
        money.paid(id, clock.instant());
        time = details().time();
    }

    @Test
    void theMentorMarksItCompleteInTheFixedWords() {
        clock.moveTo(time.end().minusSeconds(60));
        assertThat(act(mentor, "/completion")).hasStatus(400)
            .bodyText()
            .contains("Cannot complete a session before it ends");
        clock.moveTo(time.end().plusSeconds(60));
        assertThat(get(mentor, "")).hasStatusOk().bodyText().contains("Mark as complete", "is on");
        assertThat(act(mentee, "/completion")).hasStatus(403)
            .bodyText()
            .contains("Only the mentor can mark a session as complete");
        assertThat(act(cast.stranger(), "/completion")).hasStatus(404);
        var token = FormToken.next().toString();
        for (var i = 0; i < 2; i++) {
            assertThat(post(mentor, "/completion").param("formToken", token)).hasStatus(303)
                .hasHeader("Location", "/bookings/" + id);
        }
        assertThat(act(mentor, "/completion")).hasStatus(400)
            .bodyText()
            .contains("Only confirmed, rescheduled, or in-progress bookings can be completed");
        assertThat(get(mentor, "")).hasStatusOk()
            .bodyText()
            .contains("Mara Mentee has until", "said that the session is over");
    }

    @Test
    void theMenteeConfirmsInTheFixedWords() {
        clock.moveTo(time.start().plusSeconds(60));
        assertThat(act(mentee, "/confirmation")).hasStatus(400)
            .bodyText()
            .contains("Only sessions pending completion can be confirmed");
        clock.moveTo(time.end().plus(Duration.ofMinutes(20)));
        assertThat(act(mentor, "/confirmation")).hasStatus(403)
            .bodyText()
            .contains("Only the mentee can confirm session completion");
        assertThat(home(mentee)).hasStatusOk()
            .bodyText()
            .contains("Did they take place?", "Confirm by", "/bookings/" + id + "/confirmation");
        assertThat(get(mentee, "")).hasStatusOk()
            .bodyText()
            .contains("Did your session with Milo Mentor take place? Say so by", "With your word Milo Mentor is paid",
                    "Something was wrong", "Without a word from the mentee it took place");
        assertThat(act(mentee, "/confirmation").header("HX-Request", "true").header("HX-Target", "request-" + id))
            .hasStatusOk()
            .bodyText()
            .contains("id=\"request-" + id + "\"", "You met Milo Mentor")
            .doesNotContain("<html");
        assertThat(details().status()).isEqualTo(BookingStatus.COMPLETED);
        assertThat(act(mentee, "/confirmation")).hasStatus(400);
        assertThat(get(mentee, "")).hasStatusOk().bodyText().contains("Mara Mentee confirmed that it took place");
        assertThat(get(mentee, "/dispute")).hasStatus(303).hasHeader("Location", "/bookings/" + id);
        assertThat(home(mentee)).hasStatusOk().bodyText().doesNotContain("Did they take place?");
    }

    @Test
    void theMenteeDisputesInTheFixedWords() {
        assertThat(words(mentee, "/dispute", "No")).hasStatus(400)
            .bodyText()
            .contains("Only sessions pending completion can be disputed");
        clock.moveTo(time.end().plus(Duration.ofMinutes(20)));
        assertThat(words(mentor, "/dispute", "No")).hasStatus(403)
            .bodyText()
            .contains("Only the mentee can dispute a session");
        assertThat(words(cast.stranger(), "/dispute", "No")).hasStatus(404);
        assertThat(get(mentee, "/dispute")).hasStatusOk()
            .bodyText()
            .contains("What was wrong?", "48 hours to answer", "Dispute the session");
        assertThat(words(mentee, "/dispute", " ")).hasStatus(422).bodyText().contains("Please fill this in");
        assertThat(words(mentee, "/dispute", "so ".repeat(400)).header("HX-Request", "true")).hasStatus(422)
            .bodyText()
            .contains("so so so", "id=\"dispute\"")
            .doesNotContain("<html");
        var token = FormToken.next().toString();
        for (var i = 0; i < 2; i++) {
            assertThat(post(mentee, "/dispute").param("formToken", token).param("words", HOSTILE)).hasStatus(303)
                .hasHeader("Location", "/bookings/" + id + "/dispute");
        }
        assertThat(get(mentee, "/dispute")).hasStatusOk()
            .bodyText()
            .contains("You disputed this session. Milo Mentor can answer by", "&lt;script&gt;alert(1)&lt;/script&gt;",
                    "Milo Mentor is told and can answer")
            .doesNotContain("<script>alert");
        assertThat(get(mentee, "")).hasStatusOk().bodyText().contains("Milo Mentor is told and can answer");
        assertThat(home(mentor)).hasStatusOk().bodyText().contains("Your answer is needed", "Read and answer");
        assertThat(get(mentor, "")).hasStatusOk()
            .bodyText()
            .contains("Mara Mentee disputes this session. Answer by", "Read and answer",
                    "Mara Mentee disputed the session", "&lt;script&gt;");
    }

    @Test
    void theMentorReportsAndTheMenteeContests() {
        clock.moveTo(time.start().plus(Duration.ofMinutes(10)));
        assertThat(words(mentor, "/no-show", "Nobody here")).hasStatus(409)
            .bodyText()
            .contains("from 15 minutes after the start until 24 hours after the end");
        clock.moveTo(time.start().plus(Duration.ofMinutes(20)));
        assertThat(get(mentor, "")).hasStatusOk()
            .bodyText()
            .contains("If Mara Mentee did not come, say so by", "Mara Mentee did not come");
        assertThat(get(mentor, "/dispute")).hasStatusOk()
            .bodyText()
            .contains("Mara Mentee did not come?", "Without a word from them you are paid");
        assertThat(words(mentee, "/no-show", "Me")).hasStatus(403)
            .bodyText()
            .contains("Only the mentor can report that the mentee did not come");
        assertThat(words(mentor, "/no-show", "I waited.").header("HX-Request", "true")).hasStatus(204)
            .hasHeader("HX-Redirect", "/bookings/" + id + "/dispute");
        assertThat(get(mentee, "/dispute")).hasStatusOk()
            .bodyText()
            .contains("Milo Mentor reports that you did not come. Answer by", "Contest it by", "I waited.");
        assertThat(words(mentor, "/dispute/answer", "Really")).hasStatus(403)
            .bodyText()
            .contains("Only the other one can answer this");
        assertThat(words(mentee, "/dispute/answer", "I was there.")).hasStatus(303);
        assertThat(get(mentor, "")).hasStatusOk().bodyText().contains("An admin reads what both of you said");
        assertThat(words(mentee, "/dispute/answer", "I was.")).hasStatus(409)
            .bodyText()
            .contains("There is nothing to answer any more");
        assertThat(get(mentor, "/dispute")).hasStatusOk()
            .bodyText()
            .contains("An admin decides about this session with Mara Mentee", "I was there.");
    }

    @Test
    void anAdminSeesEverythingAndRulesOnce() {
        disputed();
        assertThat(room(mentee)).hasStatus(403);
        assertThat(mvc.get().uri("/admin/disputes").with(mentee.login())).hasStatus(403);
        assertThat(get(admin, "/dispute")).hasStatus(303).hasHeader("Location", "/admin/disputes/" + id);
        assertThat(mvc.get()
            .uri("/admin/disputes?after=" + details().complaint().until().minusMillis(1) + "_" + id)
            .with(admin.login())).hasStatusOk()
            .bodyText()
            .contains("Mara Mentee disputes the session", "/admin/disputes/" + id, "To decide");
        assertThat(needs).flatExtracting(need -> need.matters(1_000, clock.instant()))
            .extracting(NeedsAdmin.Matter::href)
            .contains("/admin/disputes/" + id);
        assertThat(room(admin)).hasStatusOk()
            .bodyText()
            .contains("It lasted ten minutes.", "It was thirty.", "Who came", "Mails to both",
                    "/bookings/" + id + "/payment", "All €45", "Decide and tell both");
        assertThat(ruling(admin, "PART", "20", "")).hasStatus(422).bodyText().contains("Say why");
        assertThat(ruling(admin, "", "", "Because")).hasStatus(422)
            .bodyText()
            .contains("Choose what goes back.", "Because");
        for (var amount : List.of("45.01", "-1", "1.234", "much", "")) {
            assertThat(ruling(admin, "PART", amount, "Because").header("HX-Request", "true")).as(amount)
                .hasStatus(422)
                .bodyText()
                .contains("Enter an amount from €0 to €45.")
                .doesNotContain("<html");
        }
        var token = FormToken.next().toString();
        for (var i = 0; i < 2; i++) {
            assertThat(mvc.post()
                .uri("/admin/disputes/" + id + "/ruling")
                .with(formKey())
                .with(admin.login())
                .param("formToken", token)
                .param("verdict", "PART")
                .param("amount", "20")
                .param("reason", "Half of it, <b>more or less</b>.")).hasStatus(303)
                .hasHeader("Location", "/admin/disputes/" + id);
        }
        assertThat(details().ruling().refund()).isEqualTo(new Amount(2000, "EUR"));
        assertThat(
                jdbc.sql("SELECT act FROM admin_act WHERE subject = ?").param(id.toString()).query(String.class).list())
            .containsExactly("dispute-ruled");
        assertThat(mvc.get().uri("/admin/bookings/" + id).with(admin.login())).hasStatusOk()
            .bodyText()
            .contains("/admin/disputes/" + id, "It lasted ten minutes.", "It was thirty.",
                    "An admin decided: €20 goes back to the mentee");
        var other = cast.person("Olga Other", Role.ADMIN);
        assertThat(ruling(other, "FULL", "", "Everything")).hasStatus(409)
            .bodyText()
            .contains("This has been decided already", "Decided by Ada Admin");
        assertThat(get(mentee, "")).hasStatusOk()
            .bodyText()
            .contains("Decided: €20 of €45 goes back to you", "€25 stays with Milo Mentor",
                    "&lt;b&gt;more or less&lt;/b&gt;", "An admin decided: €20 goes back to the mentee", "Appeal");
        assertThat(get(mentor, "")).hasStatusOk().bodyText().contains("Decided: €20 of €45 goes back to Mara Mentee");
    }

    @Test
    void nobodyRulesEarlyOrOnTheirOwn() {
        clock.moveTo(time.end().plus(Duration.ofHours(1)));
        dispute.dispute(mentee.viewer(), id, "It lasted ten minutes.", FormToken.next(), clock.instant());
        assertThat(room(admin)).hasStatusOk()
            .bodyText()
            .contains("The other side still has time to answer")
            .doesNotContain("Decide and tell both");
        assertThat(ruling(admin, "FULL", "", "Early")).hasStatus(409);
        var own = cast.person("Clara Clerk", Role.ADMIN);
        var theirs = market.book(own, market.offer(mentor, 0, Confirmation.INSTANT));
        clock.moveTo(facts.of(theirs, clock.instant()).orElseThrow().time().end().plus(Duration.ofHours(1)));
        dispute.dispute(own.viewer(), theirs, "Hm.", FormToken.next(), clock.instant());
        answer.answer(mentor.viewer(), theirs, "Hm?", FormToken.next(), clock.instant());
        assertThat(mvc.get().uri("/admin/disputes/" + theirs).with(own.login())).hasStatusOk()
            .bodyText()
            .contains("No admin decides about a booking of their own")
            .doesNotContain("Decide and tell both");
        assertThat(mvc.post()
            .uri("/admin/disputes/" + theirs + "/ruling")
            .with(formKey())
            .with(own.login())
            .param("formToken", FormToken.next().toString())
            .param("reason", "Mine")).hasStatus(403)
            .bodyText()
            .contains("No admin decides about a booking of their own");
        assertThat(mvc.post()
            .uri("/admin/disputes/" + theirs + "/ruling")
            .with(formKey())
            .with(admin.login())
            .param("formToken", FormToken.next().toString())
            .param("reason", "No money, a word.")).hasStatus(303);
    }

    @Test
    void anAppealIsWrittenAnsweredAndEndsIt() {
        disputed();
        assertThat(ruling(admin, "PART", "20", "Half.")).hasStatus(303);
        assertThat(get(mentor, "/dispute")).hasStatusOk()
            .bodyText()
            .contains("You see it differently?", "The €20 that went back to the mentee stays there");
        assertThat(words(cast.stranger(), "/dispute/appeal", "I")).hasStatus(404);
        assertThat(words(mentor, "/dispute/appeal", "You overlooked a mail.")).hasStatus(303);
        assertThat(words(mentee, "/dispute/appeal", "I too")).hasStatus(409)
            .bodyText()
            .contains("A ruling can be appealed within seven days, and once", "Milo Mentor appeals. Answer by");
        assertThat(words(mentee, "/dispute/answer", "I did not.")).hasStatus(303);
        assertThat(room(admin)).hasStatusOk()
            .bodyText()
            .contains("Decide on the appeal", "Leave it at €20", "€20 has gone back already", "Decided by Ada Admin");
        assertThat(ruling(admin, "PART", "19", "Less")).hasStatus(422)
            .bodyText()
            .contains("Enter an amount from €20 to €45.");
        assertThat(ruling(admin, "RELEASE", "", "It stays.")).hasStatus(303);
        assertThat(get(mentee, "/dispute")).hasStatusOk()
            .bodyText()
            .contains("This was decided twice and stands", "It stays.")
            .doesNotContain("You see it differently?");
    }

    @Test
    void thatTheMentorDidNotComeStandsOnTheirRecordUntilASecondRulingSaysOtherwise() {
        disputed();
        assertThat(profile()).doesNotContain("Did not come to");
        assertThat(room(admin)).bodyText().contains("Milo Mentor did not come", "their profile counts it");
        assertThat(ruling(admin, "PART", "x", "Why").param("absent", "true")).hasStatus(422)
            .bodyText()
            .containsPattern("name=\"absent\"[^>]* checked");
        var before = changed();
        assertThat(ruling(admin, "PART", "20", "The room was empty.").param("absent", "true")).hasStatus(303);
        assertThat(changed()).as("what visitors have kept of the profile is old").isGreaterThan(before);
        assertThat(get(mentor, "/dispute")).bodyText()
            .contains("That you did not come stays on your record", "An admin found that the mentor did not come");
        assertThat(get(mentor, "")).bodyText().contains("That you did not come stays on your record");
        assertThat(get(mentee, "")).bodyText()
            .contains("An admin found that the mentor did not come")
            .doesNotContain("stays on your record");
        assertThat(profile()).contains("Did not come to 1 of 1 agreed sessions");
        assertThat(account()).bodyText().contains("Did not come to a session", "The room was empty.");

        assertThat(words(mentor, "/dispute/appeal", "I was there: look at the arrivals.")).hasStatus(303);
        assertThat(words(mentee, "/dispute/answer", "True.")).hasStatus(303);
        assertThat(room(admin)).bodyText()
            .contains("Milo Mentor did not come, which stands on their record")
            .containsPattern("name=\"absent\"[^>]* checked");
        assertThat(ruling(admin, "RELEASE", "", "They did.")).hasStatus(303);
        assertThat(get(mentor, "/dispute")).bodyText()
            .contains("An admin found that the mentor did come after all")
            .doesNotContain("stays on your record");
        assertThat(profile()).doesNotContain("Did not come to");
        assertThat(account()).bodyText().doesNotContain("Did not come to a session");
    }

    private int changed() {
        return jdbc.sql("SELECT COALESCE(MAX(id), 0) FROM changed_mentor WHERE account_id = ?")
            .param(Columns.param(mentor.id().value()))
            .query(Integer.class)
            .single();
    }

    /** What somebody who is not signed in reads. */
    private String profile() {
        var answer = mvc.get().uri("/mentors/" + mentors.byId(mentor.id()).orElseThrow().slug()).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getMvcResult().getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private MockMvcRequestBuilder account() {
        return mvc.get().uri("/admin/accounts/" + mentor.id()).with(admin.login());
    }

    private void disputed() {
        clock.moveTo(time.end().plus(Duration.ofHours(1)));
        dispute.dispute(mentee.viewer(), id, "It lasted ten minutes.", FormToken.next(), clock.instant());
        answer.answer(mentor.viewer(), id, "It was thirty.", FormToken.next(), clock.instant());
    }

    private BookingDetails details() {
        return facts.of(id, clock.instant()).orElseThrow();
    }

    private MockMvcRequestBuilder home(Actor person) {
        return mvc.get().uri("/home").with(person.login());
    }

    private MockMvcRequestBuilder room(Actor person) {
        return mvc.get().uri("/admin/disputes/" + id).with(person.login());
    }

    private MockMvcRequestBuilder ruling(Actor person, String verdict, String amount, String reason) {
        return mvc.post()
            .uri("/admin/disputes/" + id + "/ruling")
            .with(formKey())
            .with(person.login())
            .param("formToken", FormToken.next().toString())
            .param("verdict", verdict)
            .param("amount", amount)
            .param("reason", reason);
    }

    private MockMvcRequestBuilder get(Actor person, String door) {
        return mvc.get().uri("/bookings/" + id + door).with(person.login());
    }

    private MockMvcRequestBuilder act(Actor person, String door) {
        return post(person, door).param("formToken", FormToken.next().toString());
    }

    private MockMvcRequestBuilder words(Actor person, String door, String words) {
        return act(person, door).param("words", words);
    }

    private MockMvcRequestBuilder post(Actor person, String door) {
        return mvc.post().uri("/bookings/" + id + door).with(formKey()).with(person.login());
    }
}
