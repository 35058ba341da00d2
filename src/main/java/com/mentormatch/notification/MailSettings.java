package com.mentormatch.notification;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param from    {@code mentormatch.mail.from}, the address our mails come from
 * @param name    what stands before that address
 * @param replyTo where answers go; the sender's address unless set
 * @param lease   how long a node may take over one mail before another may try it; longer than all time-outs of SMTP
 */
@Validated
@ConfigurationProperties("mentormatch.mail")
record MailSettings(@NotBlank @Email String from, @NotBlank @DefaultValue("MentorMatch") String name,
        @Email String replyTo, @DefaultValue("2m") Duration lease) {

    String answersTo() {
        return replyTo == null || replyTo.isBlank() ? from : replyTo;
    }
}
