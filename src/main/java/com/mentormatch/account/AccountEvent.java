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
}
