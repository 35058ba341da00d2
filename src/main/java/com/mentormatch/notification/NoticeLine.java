package com.mentormatch.notification;

import java.time.Instant;
import java.util.UUID;

/** One line of the bell, in the reader's words. */
public record NoticeLine(UUID id, String sentence, Instant at, boolean read) {}
