package com.mentormatch.payment;

/** Stripe said no for good to what is owed all the same: asked again, less and less often, and shown to admins. */
final class StillRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    StillRefused(String message, Throwable cause) {
        super(message + ": " + cause.getMessage(), cause);
    }
}
