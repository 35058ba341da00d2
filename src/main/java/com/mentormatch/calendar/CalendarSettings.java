package com.mentormatch.calendar;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param organizer {@code mentormatch.calendar.organizer}, the address invitations come from; that of our mails
 * @param name      what calendars show as the organizer
 */
@Validated
@ConfigurationProperties("mentormatch.calendar")
record CalendarSettings(@NotBlank @Email String organizer, @NotBlank @DefaultValue("MentorMatch") String name) {}
