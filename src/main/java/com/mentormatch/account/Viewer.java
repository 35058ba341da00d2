package com.mentormatch.account;

/**
 * Who is looking. Controllers take it as an argument: {@code Viewer} where anyone may look, {@link SignedIn} where only
 * those with an account may, everybody else then being led to sign in.
 */
public sealed interface Viewer permits Visitor, SignedIn {

    default boolean is(AccountId account) {
        return this instanceof SignedIn(var id, _) && id.equals(account);
    }
}
