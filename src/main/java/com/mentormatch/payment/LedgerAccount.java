package com.mentormatch.payment;

/**
 * The accounts of the ledger. An amount above zero is money that is somewhere, one below zero is money that is due to
 * somebody; together they are nothing, always and in each currency.
 */
enum LedgerAccount {

    /** What a mentee has paid and no session has taken yet; due back to them. */
    MENTEE,
    /** What is on the platform's account at Stripe. */
    STRIPE,
    /** What sessions hold until they are over; nobody's yet. */
    HELD,
    /** All that mentors have earned with sessions. */
    OWED,
    /** All that was moved to mentors; with what they earned it makes what is still due to them. */
    TRANSFERRED,
    /** The platform's share. */
    FEE,
    /** All that mentors were given as tips. */
    TIPS,
    /** What was decided to go back to mentees and has not yet. */
    REFUNDS,
    /** What a bank has taken back while it is not decided who is right. */
    CHARGEBACKS,
    /** What Stripe takes for its work. */
    STRIPE_FEES
}
