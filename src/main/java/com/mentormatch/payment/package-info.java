/** Decides what was paid, as Stripe says it: Checkout, capture, void, refund of late money, webhooks, reconciliation. */
@ApplicationModule(allowedDependencies = {"booking", "mentor", "account", "web", "shared"})
package com.mentormatch.payment;

import org.springframework.modulith.ApplicationModule;
