package com.mentormatch.sandbox.stripe;

/** A webhook as it goes over the wire: the body and its {@code Stripe-Signature}. */
public record Delivery(String eventId, String type, String body, String signature) {}
