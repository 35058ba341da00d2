package com.mentormatch.notification;

import com.mentormatch.shared.PlainText;
import com.mentormatch.shared.Site;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;
import org.springframework.stereotype.Component;

/**
 * The one place that makes MIME of a mail. No header is ever set from text a person typed other than the subject and
 * the name before an address, both of which Jakarta Mail encodes; attachments have one constant name.
 */
@Component
class MailComposer {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final MailSettings settings;
    private final Site site;
    private final Session session = Session.getInstance(new Properties());

    MailComposer(MailSettings settings, Site site) {
        this.settings = settings;
        this.site = site;
    }

    /** @throws MessagingException where no mail can ever be made of it, as with an address that is none */
    MimeMessage compose(Mail mail) throws MessagingException {
        var message = new MimeMessage(session);
        message.setFrom(address(settings.from(), settings.name()));
        message.setReplyTo(new InternetAddress[]{address(settings.answersTo(), settings.name())});
        message.setRecipient(Message.RecipientType.TO, address(mail.recipient(), mail.recipientName()));
        message.setSubject(PlainText.line(mail.subject(), 200), UTF_8);
        message.setSentDate(Date.from(mail.stagedAt()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
        if (mail.unsubscribe() != null) {
            message.setHeader("List-Unsubscribe", "<" + site.at("/unsubscribe/" + mail.unsubscribe()) + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        message.setContent(mail.invitation() == null ? alternatives(mail) : withAttachment(mail));
        message.saveChanges();
        message.setHeader("Message-ID", messageId(mail));
        return message;
    }

    /** The same on every try, so that a mail that arrives twice is shown once. */
    String messageId(Mail mail) {
        return "<" + mail.id() + "@" + site.host() + ">";
    }

    private static MimeMultipart alternatives(Mail mail) throws MessagingException {
        var alternatives = new MimeMultipart("alternative");
        var text = new MimeBodyPart();
        text.setText(mail.text(), UTF_8);
        alternatives.addBodyPart(text);
        var html = new MimeBodyPart();
        html.setText(mail.html(), UTF_8, "html");
        alternatives.addBodyPart(html);
        if (mail.invitation() != null) {
            alternatives.addBodyPart(bytes(mail.invitation(), "text/calendar; charset=UTF-8; method=" + method(mail)));
        }
        return alternatives;
    }

    /** Some programs act on the alternative, others offer only what is attached. */
    private static MimeMultipart withAttachment(Mail mail) throws MessagingException {
        var mixed = new MimeMultipart("mixed");
        var body = new MimeBodyPart();
        body.setContent(alternatives(mail));
        mixed.addBodyPart(body);
        var file = bytes(mail.invitation(), "application/ics; name=invite.ics");
        file.setDisposition(Part.ATTACHMENT);
        file.setFileName("invite.ics");
        mixed.addBodyPart(file);
        return mixed;
    }

    private static MimeBodyPart bytes(byte[] content, String type) throws MessagingException {
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(content, type)));
        part.setHeader("Content-Type", type);
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    private static String method(Mail mail) {
        return switch (mail.method()) {
            case "REQUEST" -> "REQUEST";
            case "CANCEL" -> "CANCEL";
            default -> throw new IllegalArgumentException(mail.method());
        };
    }

    private static InternetAddress address(String email, String name) throws MessagingException {
        var parsed = InternetAddress.parse(email, true);
        if (parsed.length != 1 || !parsed[0].getAddress().equals(email) || parsed[0].isGroup()) {
            throw new AddressException("Not one plain address", email);
        }
        parsed[0].validate();
        try {
            return new InternetAddress(email, PlainText.line(name, 120), UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new MessagingException("UTF-8 is missing", e);
        }
    }
}
