/** Decides the life of a booking: who may move it from which status to which, until when, and what is said about it. */
@ApplicationModule(allowedDependencies = {"availability", "availability::web", "mentor", "account", "web", "shared"})
package com.mentormatch.booking;

import org.springframework.modulith.ApplicationModule;
