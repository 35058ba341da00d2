package com.mentormatch.mentor;

/** What sort of session an offer sells. A trial is for each mentee once with each mentor; a group has seats, later. */
public enum OfferKind {
    ONE_ON_ONE, TRIAL, GROUP
}
