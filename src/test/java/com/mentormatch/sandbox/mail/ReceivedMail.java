package com.mentormatch.sandbox.mail;

import com.icegreen.greenmail.store.StoredMessage;
import jakarta.mail.Address;
import jakarta.mail.Header;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * A mail as the server got it. Everything in it may be hostile.
 *
 * @param text  null where there is no such part
 * @param html  null where there is no such part
 * @param files what can be downloaded
 */
record ReceivedMail(String id, Instant at, String from, String to, String subject, String text, String html,
        List<HeaderLine> headers, List<File> files) {

    record HeaderLine(String name, String value) {}

    /** @param type without its parameters */
    record File(String type, byte[] content) {

        /** Never the name the mail gives: that is text from outside. */
        String name() {
            return switch (type) {
                case "text/calendar", "application/ics" -> "invite.ics";
                default -> "attachment.bin";
            };
        }
    }

    static ReceivedMail of(StoredMessage stored) {
        try {
            var message = stored.getMimeMessage();
            var at = stored.getReceivedDate().toInstant();
            var to = addresses(message.getRecipients(Message.RecipientType.TO));
            var parts = new Parts();
            parts.add(message);
            var headers = new ArrayList<HeaderLine>();
            for (Header header : Collections.list(message.getAllHeaders())) {
                headers.add(new HeaderLine(header.getName(), header.getValue()));
            }
            return new ReceivedMail(id(message, at, to), at, addresses(message.getFrom()), to, message.getSubject(),
                    parts.text, parts.html, headers, parts.files);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String id(MimeMessage message, Instant at, String to) throws MessagingException {
        var seed = message.getMessageID() + at + to + message.getSize();
        return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static String addresses(Address[] addresses) {
        var names = new ArrayList<String>();
        for (var address : addresses == null ? new Address[0] : addresses) {
            names.add(address instanceof InternetAddress internet ? internet.toUnicodeString() : address.toString());
        }
        return String.join(", ", names);
    }

    private static final class Parts {

        private final List<File> files = new ArrayList<>();
        private String text;
        private String html;

        private void add(Part part) throws MessagingException, IOException {
            var type = part.getContentType().replaceFirst("(?s);.*", "").strip().toLowerCase(Locale.ROOT);
            if (part.getContent() instanceof Multipart multipart) {
                for (var i = 0; i < multipart.getCount(); i++) {
                    add(multipart.getBodyPart(i));
                }
            } else if (type.equals("text/plain") && text == null) {
                text = part.getContent().toString();
            } else if (type.equals("text/html") && html == null) {
                html = part.getContent().toString();
            } else {
                files.add(new File(type, part.getInputStream().readAllBytes()));
            }
        }
    }
}
