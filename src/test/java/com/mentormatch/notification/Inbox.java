package com.mentormatch.notification;

import com.icegreen.greenmail.util.GreenMail;
import com.mentormatch.testing.Actor;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;

/** What arrived for somebody, the oldest first. */
record Inbox(GreenMail server, Actor reader) {

    List<MimeMessage> mails() throws MessagingException {
        var mails = new ArrayList<MimeMessage>();
        for (var mail : server.getReceivedMessages()) {
            if (((InternetAddress) mail.getAllRecipients()[0]).getAddress().equals(reader.email())) {
                mails.add(mail);
            }
        }
        return mails;
    }

    /** Of those that begin so. */
    List<String> subjects(String... beginnings) throws MessagingException {
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
}
