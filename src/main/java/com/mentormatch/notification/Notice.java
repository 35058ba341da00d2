package com.mentormatch.notification;

import com.mentormatch.account.AccountId;
import java.time.Instant;

/**
 * The same news in the bell: what its sentence is made of, in the reader's words and on their clock when it is read.
 *
 * @param asMentor whether the reader is the mentor of the session
 * @param other    the person on the other side
 * @param start    of the session, as it was when this was told
 * @param title    of the offer
 */
record Notice(AccountId reader, boolean asMentor, AccountId other, Instant start, String title) {}
