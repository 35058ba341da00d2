package com.mentormatch.account;

import java.time.Instant;

/** What the owner of an account is told, published in the transaction of the change. Tokens travel to the mail and nowhere else. */
public sealed interface AccountEvent {

    AccountId account();

    Instant at();

    /** Confirm the address at {@code /verify?token=}; the link works for a day. */
    record VerificationRequested(AccountId account, String email, String token, Instant at) implements AccountEvent {}

    /** Somebody signed up with the address of this account: its owner is told, whoever signed up is not. */
    record SignUpRepeated(AccountId account, String email, Instant at) implements AccountEvent {}

    /** Choose a new password at {@code /password/reset?token=}; the link works for an hour. */
    record PasswordResetRequested(AccountId account, String email, String token, Instant at) implements AccountEvent {}

    /** By the person or by a reset link; every session of the account has ended. */
    record PasswordChanged(AccountId account, Instant at) implements AccountEvent {}

    /** Make this the account's address at {@code /account/email/confirmation?token=}; the link works for a day. */
    record EmailChangeRequested(AccountId account, String email, String token, Instant at) implements AccountEvent {}

    /** Somebody wants the address of this account for another one: its owner is told, whoever asked is not. */
    record EmailTaken(AccountId account, String email, Instant at) implements AccountEvent {}

    /** @param former the address until now, which is told */
    record EmailChanged(AccountId account, String former, Instant at) implements AccountEvent {}

    /** An admin keeps the person out; every session of the account has ended. */
    record Suspended(AccountId account, Instant at) implements AccountEvent {}

    /** An admin has let the person in again. */
    record Restored(AccountId account, Instant at) implements AccountEvent {}

    /**
     * The person is about to be forgotten, in this transaction: what modules keep of them goes as well.
     *
     * @param email the last thing sent there
     */
    record Deleted(AccountId account, String email, Instant at) implements AccountEvent {}
}
