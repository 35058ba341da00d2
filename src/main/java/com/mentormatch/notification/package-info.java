/** Decides who is told what and when: mails and the outbox that sends each of them once. */
@ApplicationModule(allowedDependencies = {"review", "meeting", "calendar", "payment", "booking", "mentor", "account",
        "web", "shared"})
package com.mentormatch.notification;

import org.springframework.modulith.ApplicationModule;
