/**
 * A stand-in for Stripe: the part of its API, its Checkout page and its signed webhooks that the product uses, on a port
 * of its own, with faults that can be switched on. Plain JDK; nothing in here is ever in the product's jar.
 */
package com.mentormatch.sandbox.stripe;
