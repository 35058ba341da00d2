package com.mentormatch.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.mentormatch.calendar.Invitation;
import com.mentormatch.shared.Ids;
import com.mentormatch.shared.Transactions;
import com.mentormatch.testing.IntegrationTest;
import com.mentormatch.testing.Tasks;
import com.mentormatch.testing.TestClock;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.IllegalTransactionStateException;

/** Mails may be late, never lost, never doubled. */
@IntegrationTest
class OutboxTests {

    @Autowired
    Outbox outbox;

    @Autowired
    MailQueue queue;

    @Autowired
    MailComposer composer;

    @Autowired
    SendMail sendMail;

    @Autowired
    Transactions transactions;

    @Autowired
    Tasks tasks;

    @Autowired
    TestClock clock;

    @Autowired
    GreenMail server;

    @Autowired
    JavaMailSenderImpl sender;

    @Autowired
    JdbcClient db;

    private final String ada = "ada-" + UUID.randomUUID() + "@example.com";

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void sendsWhatACommittedChangeStaged() throws Exception {
        stage("one", null);
        assertThat(received()).isEmpty();
        tasks.runDue();
        assertThat(received()).hasSize(1);
        var message = received().getFirst();
        assertThat(message.getSubject()).isEqualTo("one");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getFrom()[0].toString()).isEqualTo("MentorMatch <hello@mentormatch.example>");
        assertThat(message.getReplyTo()[0].toString()).contains("hello@mentormatch.example");
        assertThat(parts(message)).extracting(OutboxTests::type).containsExactly("text/plain", "text/html");
        tasks.runDue();
        assertThat(received()).hasSize(1);
    }

    @Test
    void tellsNobodyOfAChangeThatRolledBack() throws Exception {
        assertThatThrownBy(() -> transactions.run(() -> {
            outbox.stage(draft("gone", "gone", null, null), clock.instant());
            throw new IllegalStateException("rolled back");
        })).isInstanceOf(IllegalStateException.class);
        tasks.runDue();
        assertThat(received()).isEmpty();
    }

    @Test
    void staysInTheTransactionOfTheChange() {
        assertThatThrownBy(() -> outbox.stage(draft("alone", "alone", null, null), clock.instant()))
            .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void newsToldTwiceIsOneMail() throws Exception {
        transactions.run(() -> {
            outbox.stage(draft("same", "same", null, null), clock.instant());
            outbox.stage(draft("same", "same", null, null), clock.instant());
        });
        stage("same", null);
        tasks.runDue();
        assertThat(received()).hasSize(1);
    }

    @Test
    void afterAnHourWithoutServerTheRestGoesOutInOrder() throws Exception {
        var port = sender.getPort();
        sender.setPort(1);
        try {
            stage("1", null);
            stage("2 stale", clock.instant().plus(Duration.ofMinutes(30)));
            stage("3", null);
            for (var minute = 0; minute < 60; minute += 4) {
                tasks.runDue();
                clock.forward(Duration.ofMinutes(4));
            }
            stage("4", null);
        } finally {
            sender.setPort(port);
        }
        assertThat(received()).isEmpty();
        for (var minute = 0; minute < 20; minute += 2) {
            tasks.runDue();
            clock.forward(Duration.ofMinutes(2));
        }
        assertThat(subjects()).containsExactly("1", "3", "4");
        assertThat(statusOf("2 stale")).isEqualTo("DROPPED");
    }

    @Test
    void manyAtOnceSendEachMailOnceAndInOrder() throws Exception {
        var expected = IntStream.range(0, 24).mapToObj("mail %02d"::formatted).toList();
        expected.forEach(subject -> stage(subject, null));
        var ids = expected.stream().map(this::idOf).toList();
        try (var nodes = Executors.newFixedThreadPool(8)) {
            var work = new ArrayList<Callable<Void>>();
            for (var node = 0; node < 8; node++) {
                work.add(() -> {
                    var waiting = new ArrayDeque<>(ids);
                    while (!waiting.isEmpty()) {
                        var id = waiting.removeFirst();
                        if (sendMail.send(id).isPresent()) {
                            waiting.addLast(id);
                            Thread.sleep(5);
                        }
                    }
                    return null;
                });
            }
            for (var done : nodes.invokeAll(work, 60, TimeUnit.SECONDS)) {
                done.get();
            }
        }
        tasks.runDue();
        assertThat(subjects()).containsExactlyElementsOf(expected);
    }

    @Test
    void aNodeThatDiedWithAMailInHandIsFollowedByAnotherWithTheSameMessageId() throws Exception {
        stage("crash", null);
        var id = idOf("crash");
        // The node claims, sends, and dies before it can write that down.
        var mail = ((MailQueue.Take) queue.next(id, clock.instant())).mail();
        sender.send(composer.compose(mail));
        assertThat(queue.next(id, clock.instant())).isInstanceOf(MailQueue.Wait.class);
        tasks.runDue();
        assertThat(received()).hasSize(1);
        clock.forward(Duration.ofMinutes(3));
        tasks.runDue();
        assertThat(received()).hasSize(2);
        assertThat(received()).extracting(MimeMessage::getMessageID).containsOnly(composer.messageId(mail));
        assertThat(statusOf("crash")).isEqualTo("SENT");
    }

    @Test
    void whoeverLostItsLeaseWritesNothingDown() {
        stage("lease", null);
        var id = idOf("lease");
        var first = ((MailQueue.Take) queue.next(id, clock.instant())).mail();
        clock.forward(Duration.ofMinutes(3));
        var second = ((MailQueue.Take) queue.next(id, clock.instant())).mail();
        queue.release(first, "late");
        assertThat(statusOf("lease")).isEqualTo("SENDING");
        queue.sent(second, clock.instant());
        assertThat(queue.next(id, clock.instant())).isInstanceOf(MailQueue.Done.class);
    }

    @Test
    void anImpossibleAddressHoldsUpNobody() throws Exception {
        transactions.run(() -> outbox.stage(new Draft(MailKind.CONFIRMED, UUID.randomUUID().toString(), null,
                "a@example.com, b@example.com", "Two", letter("two"), null, null), clock.instant()));
        stage("after", null);
        tasks.runDue();
        assertThat(subjects()).containsExactly("after");
        assertThat(db.sql("SELECT status FROM mail WHERE recipient = 'a@example.com, b@example.com' LIMIT 1")
            .query(String.class)
            .single()).isEqualTo("FAILED");
    }

    @Test
    void forgetsSecretsOnceTheyAreSent() {
        transactions.run(() -> outbox.stage(
                new Draft(MailKind.RESET_PASSWORD, ada + "/secret", null, ada, "", letter("secret"), null, null),
                clock.instant()));
        tasks.runDue();
        assertThat(db
            .sql("SELECT COUNT(*) FROM mail WHERE recipient = ? AND text_part IS NULL AND html_part IS NULL"
                    + " AND status = 'SENT'")
            .param(ada)
            .query(Integer.class)
            .single()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada\r\nBcc: eve@example.com", "Ada\nSubject: other\n\nbody", "\"Ada\" <eve@example.com>,",
            "=?UTF-8?Q?Ada=0D=0ABcc:_eve@example.com?=", "עדה \u202E ביירון", "👩🏽‍🔬 Ada",
            "<script>alert(1)</script>"})
    void nothingTypedBecomesAHeaderOrMarkup(String typed) throws Exception {
        transactions.run(() -> outbox.stage(new Draft(MailKind.CONFIRMED, UUID.randomUUID().toString(), null, ada,
                typed, letter(typed), null, null), clock.instant()));
        tasks.runDue();
        var message = received().getFirst();
        assertThat(message.getAllRecipients()).hasSize(1);
        assertThat(((InternetAddress) message.getAllRecipients()[0]).getAddress()).isEqualTo(ada);
        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(message.getHeader("Subject")).hasSize(1);
        assertThat(parts(message)).hasSize(2);
        assertThat(parts(message).get(1).getContent().toString()).doesNotContain("<script>alert");
    }

    @Test
    void carriesTheInvitationTwiceOnceAsAnAlternativeAndOnceAsAFile() throws Exception {
        var ics = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n".getBytes(StandardCharsets.UTF_8);
        transactions
            .run(() -> outbox.stage(draft("with", "with", new Invitation("REQUEST", ics), null), clock.instant()));
        tasks.runDue();
        var message = received().getFirst();
        var parts = parts(message);
        assertThat(parts).extracting(OutboxTests::type)
            .containsExactly("text/plain", "text/html", "text/calendar", "application/ics");
        assertThat(parts.get(2).getContentType()).contains("method=REQUEST").containsIgnoringCase("charset=UTF-8");
        assertThat(parts.get(2).getInputStream().readAllBytes()).isEqualTo(ics);
        assertThat(parts.get(3).getFileName()).isEqualTo("invite.ics");
        assertThat(parts.get(3).getInputStream().readAllBytes()).isEqualTo(ics);
    }

    private void stage(String subject, Instant staleAt) {
        transactions.run(() -> outbox.stage(draft(subject, subject, null, staleAt), clock.instant()));
    }

    private Draft draft(String subject, String key, Invitation invitation, Instant staleAt) {
        return new Draft(MailKind.CONFIRMED, ada + "/" + key, Ids.next(), ada, "Ada Byron", letter(subject), invitation,
                staleAt);
    }

    private static Letter letter(String subject) {
        return Letter.to(Locale.ENGLISH)
            .subject(subject)
            .greeting("Hello " + subject)
            .opening(subject)
            .fact("When", subject, List.of(subject))
            .quote(subject, subject)
            .action("Open", URI.create("https://example.com/bookings/1"))
            .next(subject)
            .small("Why")
            .build();
    }

    private List<MimeMessage> received() throws Exception {
        var mine = new ArrayList<MimeMessage>();
        for (var message : server.getReceivedMessages()) {
            if (Arrays.stream(message.getAllRecipients())
                .anyMatch(to -> ((InternetAddress) to).getAddress().equals(ada))) {
                mine.add(message);
            }
        }
        return mine;
    }

    private List<String> subjects() throws Exception {
        var subjects = new ArrayList<String>();
        for (var message : received()) {
            subjects.add(message.getSubject());
        }
        return subjects;
    }

    private String statusOf(String subject) {
        return db.sql("SELECT status FROM mail WHERE recipient = ? AND subject = ?")
            .param(ada)
            .param(subject)
            .query(String.class)
            .single();
    }

    private UUID idOf(String subject) {
        return Ids.of(db.sql("SELECT id FROM mail WHERE recipient = ? AND subject = ?")
            .param(ada)
            .param(subject)
            .query(byte[].class)
            .single());
    }

    private static List<Part> parts(Part part) throws Exception {
        var parts = new ArrayList<Part>();
        if (part.getContent() instanceof Multipart multipart) {
            for (var i = 0; i < multipart.getCount(); i++) {
                parts.addAll(parts(multipart.getBodyPart(i)));
            }
        } else {
            parts.add(part);
        }
        return parts;
    }

    private static String type(Part part) {
        try {
            return part.getContentType().replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
