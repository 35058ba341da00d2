package com.mentormatch.account;

import java.time.Instant;

/** Somebody's name, zone, language or photo is another one: {@link People} knows it. Published in the same transaction. */
public record AccountEdited(AccountId account, Instant at) {}
