package com.mentormatch.testing;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What arrived for somebody, the oldest first. */
public record Inbox(GreenMail server, Actor reader) {

    public List<MimeMessage> mails() throws MessagingException {
        var mails = new ArrayList<MimeMessage>();
        for (var mail : server.getReceivedMessages()) {
            if (((InternetAddress) mail.getAllRecipients()[0]).getAddress().equals(reader.email())) {
                mails.add(mail);
            }
        }
        return mails;
    }

    /** Of those that begin so. */
    public List<String> subjects(String... beginnings) throws MessagingException {
        var subjects = new ArrayList<String>();
        for (var mail : mails()) {
            for (var beginning : beginnings) {
                if (mail.getSubject().startsWith(beginning)) {
                    subjects.add(mail.getSubject());
                }
            }
        }
        return subjects;
    }

    /** The calendar files that came with them. */
    public List<String> invitations() throws MessagingException, IOException {
        var files = new ArrayList<String>();
        for (var mail : mails()) {
            if (mail.getContent() instanceof Multipart parts) {
                for (var at = 0; at < parts.getCount(); at++) {
                    var name = parts.getBodyPart(at).getFileName();
                    if (name != null && name.endsWith(".ics")) {
                        files.add(new String(parts.getBodyPart(at).getInputStream().readAllBytes(),
                                StandardCharsets.UTF_8));
                    }
                }
            }
        }
        return files;
    }
}
