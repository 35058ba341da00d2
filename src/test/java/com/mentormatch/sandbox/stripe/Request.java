package com.mentormatch.sandbox.stripe;

/** A request that reached the stand-in, with the answer it got; {@code fault} where one was switched on. */
public record Request(Call call, String path, String idempotencyKey, String form, int status, boolean replayed,
        Fault fault) {}
