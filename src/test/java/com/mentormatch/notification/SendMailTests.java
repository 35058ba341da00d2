package com.mentormatch.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.mentormatch.shared.Ids;
import com.mentormatch.shared.Site;
import com.mentormatch.testing.TestClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What becomes of a mail when the server says no: for good, not now, or nothing at all. */
class SendMailTests {

    private final TestClock clock = new TestClock();
    private final MailQueue queue = mock(MailQueue.class);
    private final Mail mail = new Mail(Ids.next(), MailKind.CONFIRMED, "ada@example.com", "Ada", "Subject", "text",
            "<p>html</p>", null, null, null, clock.instant(), 1);
    private Replies server = new Replies(Map.of());

    @AfterEach
    void stop() throws IOException {
        server.socket.close();
    }

    @Test
    void whatTheServerTakesIsSent() throws IOException {
        assertThat(sendMail(Map.of()).send(mail.id())).isEmpty();
        verify(queue).sent(any(), any());
    }

    @ParameterizedTest
    @CsvSource({"550 5.1.1 No such user", "553 5.1.3 Bad address", "550 No such user here"})
    void anAddressTheServerDoesNotKnowIsPutAside(String reply) throws IOException {
        assertThat(sendMail(Map.of("RCPT", reply)).send(mail.id())).isEmpty();
        verify(queue).failed(any(), any(), any());
        verify(queue, never()).release(any(), any());
    }

    @ParameterizedTest
    @CsvSource({"MAIL,550 5.7.1 Account suspended", "MAIL,530 5.7.0 Sign in first", "RCPT,550 5.7.1 Relaying denied",
            ".,554 5.7.1 Refused as spam", ".,552 5.3.4 Too big"})
    void aRefusalOfUsIsBelievedAfterADay(String command, String reply) throws IOException {
        var again = sendMail(Map.of(command, reply)).send(mail.id()).orElseThrow();
        assertThat(again).isBetween(clock.instant().plus(Duration.ofMinutes(59)),
                clock.instant().plus(Duration.ofHours(1)));
        verify(queue).release(any(), any());
        clock.forward(Duration.ofHours(25));
        assertThat(sendMail(Map.of(command, reply)).send(mail.id())).isEmpty();
        verify(queue).failed(any(), any(), any());
    }

    @ParameterizedTest
    @CsvSource({"RCPT,450 4.2.1 Mailbox busy", ".,451 4.3.0 Try again later", "HELLO,421 4.3.2 Shutting down",
            "MAIL,452 4.3.1 No room", "RCPT,hang up", ".,hang up"})
    void whatItCannotTakeNowIsTriedAgain(String command, String reply) throws IOException {
        var again = sendMail(Map.of(command, reply)).send(mail.id());
        assertThat(again).hasValueSatisfying(
                at -> assertThat(at).isBetween(clock.instant(), clock.instant().plus(Duration.ofMinutes(1))));
        verify(queue).release(any(), any());
        verify(queue, never()).failed(any(), any(), any());
    }

    @Test
    void aServerThatIsNotThereIsNotAskedForEveryMail() throws IOException {
        var sendMail = sendMail(portWithNobodyBehindIt());
        when(queue.next(any(), any())).thenReturn(new MailQueue.Take(mail));
        assertThat(sendMail.send(mail.id())).isPresent();
        assertThat(sendMail.send(mail.id())).isPresent();
        verify(queue, times(1)).next(any(), any());
        clock.forward(Duration.ofSeconds(6));
        assertThat(sendMail.send(mail.id())).isPresent();
        verify(queue, times(2)).next(any(), any());
        verify(queue, times(2)).release(any(), contains("connect"));
    }

    private SendMail sendMail(Map<String, String> replies) throws IOException {
        server.socket.close();
        server = new Replies(replies);
        when(queue.next(any(), any())).thenReturn(new MailQueue.Take(mail), new MailQueue.Done());
        return sendMail(server.socket.getLocalPort());
    }

    private static int portWithNobodyBehindIt() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private SendMail sendMail(int port) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        var settings = new MailSettings("hello@mentormatch.example", "MentorMatch", null, Duration.ofMinutes(2));
        return new SendMail(queue, new MailComposer(settings, new Site("https://mentormatch.example")), sender, clock);
    }

    /** A mail server that answers as told, to the commands it is told of, and politely to the rest. */
    private static final class Replies {

        private final ServerSocket socket;
        private final Map<String, String> replies;

        private Replies(Map<String, String> replies) {
            this.replies = replies;
            try {
                socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            Thread.ofVirtual().start(() -> {
                while (!socket.isClosed()) {
                    try (var client = socket.accept()) {
                        talk(client);
                    } catch (IOException closed) {
                        // The client went away, or the test is over.
                    }
                }
            });
        }

        private void talk(Socket client) throws IOException {
            var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            if (!say(client, "HELLO", "220 ready")) {
                return;
            }
            var body = false;
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (body && !line.equals(".")) {
                    continue;
                }
                body = line.equals("DATA");
                var command = line.equals(".") ? "." : line.split("[ :]")[0];
                if (!say(client, command, switch (command) {
                    case "DATA" -> "354 go on";
                    case "QUIT" -> "221 bye";
                    default -> "250 fine";
                })) {
                    return;
                }
            }
        }

        /** @return whether the connection lives on */
        private boolean say(Socket client, String command, String otherwise) throws IOException {
            var reply = replies.getOrDefault(command, otherwise);
            if (reply.equals("hang up")) {
                return false;
            }
            client.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.UTF_8));
            return !List.of("221", "421").contains(reply.substring(0, 3));
        }
    }
}
