/** Speaks with Stripe. Nothing outside this package knows its library. */
package com.mentormatch.payment.stripe;
