package com.mentormatch.calendar;

/**
 * An iTIP message.
 *
 * @param method REQUEST or CANCEL, also the {@code method} of the MIME part
 * @param ics    UTF-8
 */
public record Invitation(String method, byte[] ics) {}
