package com.mentormatch.notification;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.mentormatch.shared.PlainText;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/**
 * Sends what waits, a mail at a time: take it in hand and commit, speak SMTP outside any transaction, write down how it
 * went.
 *
 * <p>An address the server does not know is put aside as FAILED at once, so that it holds up nobody else's mail. A
 * refusal of us or of the mail itself (a policy, a lost account at the relay) is believed only after a day of asking
 * hourly: one wrong setting must not lose a day's mail. Anything else is tried again, sooner at first, then every ten
 * minutes for as long as it takes or until the news is stale. While the server cannot be reached at all, a node asks it
 * only every few seconds, whatever the number of mails waiting: the threads are needed for other work.
 */
@Component
class SendMail {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("send-mail");

    private static final Logger LOG = LoggerFactory.getLogger(SendMail.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration BETWEEN_REFUSALS = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofDays(1);

    private final MailQueue queue;
    private final MailComposer composer;
    private final JavaMailSender sender;
    private final Clock clock;
    private final AtomicReference<Instant> unreachableUntil = new AtomicReference<>(Instant.MIN);

    SendMail(MailQueue queue, MailComposer composer, JavaMailSender sender, Clock clock) {
        this.queue = queue;
        this.composer = composer;
        this.sender = sender;
        this.clock = clock;
    }

    /** Sends that mail, after all earlier ones to the same address. Answers when to try again, if that is needed. */
    Optional<Instant> send(UUID id) {
        for (;;) {
            var now = clock.instant();
            var pause = unreachableUntil.get();
            if (now.isBefore(pause) && pause.isBefore(now.plus(PAUSE).plusSeconds(1))) {
                return Optional.of(pause);
            }
            switch (queue.next(id, now)) {
                case MailQueue.Done _ -> {
                    return Optional.empty();
                }
                case MailQueue.Wait(var until) -> {
                    return Optional.of(until);
                }
                case MailQueue.Take(var mail) -> {
                    var again = deliver(mail);
                    if (again.isPresent()) {
                        return again;
                    }
                }
            }
        }
    }

    private Optional<Instant> deliver(Mail mail) {
        MimeMessage message;
        try {
            message = composer.compose(mail);
        } catch (MessagingException | IllegalArgumentException never) {
            return giveUp(mail, never);
        }
        try {
            sender.send(message);
        } catch (MailException e) {
            var old = mail.stagedAt().plus(PATIENCE).isBefore(clock.instant());
            return unknownAddress(e) || refused(e) && old ? giveUp(mail, e) : later(mail, e);
        }
        unreachableUntil.set(Instant.MIN);
        queue.sent(mail, clock.instant());
        return Optional.empty();
    }

    private Optional<Instant> giveUp(Mail mail, Exception why) {
        LOG.warn("Mail {} ({}) cannot be sent: {}", mail.id(), mail.kind(), reason(why));
        queue.failed(mail, reason(why), clock.instant());
        return Optional.empty();
    }

    private Optional<Instant> later(Mail mail, MailException why) {
        var now = clock.instant();
        var again = now.plus(refused(why) ? BETWEEN_REFUSALS : wait(mail.tries()));
        LOG.info("Mail {} ({}) waits until {}: {}", mail.id(), mail.kind(), again, reason(why));
        if (refusals(why).isEmpty()) {
            unreachableUntil.set(now.plus(PAUSE));
        }
        queue.release(mail, reason(why));
        return Optional.of(again);
    }

    private static Duration wait(int tries) {
        var wait = Duration.ofSeconds(5L << Math.min(tries - 1, 7));
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }

    /** 5xx to the recipient, other than for a policy (5.7.x), which is about us. */
    private static boolean unknownAddress(MailException failure) {
        var refusals = refusals(failure);
        return refusals.stream()
            .anyMatch(refusal -> refusal.getInvalidAddresses() != null && refusal.getInvalidAddresses().length > 0)
                && refusals.stream()
                    .noneMatch(refusal -> String.valueOf(refusal.getMessage()).matches("(?s)5\\d\\d[ -]5\\.7\\..*"));
    }

    /** A reply of 5xx is final; 4xx says "not now", and no reply at all is about the server. */
    private static boolean refused(MailException failure) {
        return refusals(failure).stream()
            .anyMatch(refusal -> String.valueOf(refusal.getMessage()).matches("(?s)5\\d\\d[ -].*"));
    }

    private static List<SendFailedException> refusals(MailException failure) {
        var refusals = new ArrayList<SendFailedException>();
        if (failure instanceof MailSendException send) {
            for (var each : send.getMessageExceptions()) {
                for (Throwable cause = each; cause != null; cause = cause instanceof MessagingException messaging
                        ? messaging.getNextException()
                        : null) {
                    if (cause instanceof SendFailedException refusal) {
                        refusals.add(refusal);
                    }
                }
            }
        }
        return refusals;
    }

    private static String reason(Exception failure) {
        var reason = failure instanceof MailSendException send && send.getMessageExceptions().length > 0
                ? send.getMessageExceptions()[0]
                : failure;
        return PlainText.line(reason.getClass().getSimpleName() + ": " + reason.getMessage(), 300);
    }
}
