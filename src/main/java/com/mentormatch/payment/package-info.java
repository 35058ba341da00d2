/** Decides what was paid, as Stripe says it: Checkout, capture, void, refunds, webhooks, reconciliation. */
@ApplicationModule(allowedDependencies = {"booking", "mentor", "account", "web", "shared"})
package com.mentormatch.payment;

import org.springframework.modulith.ApplicationModule;
