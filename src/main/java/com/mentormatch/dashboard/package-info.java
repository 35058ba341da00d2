/** Decides what a signed-in person sees first: what needs them, what is next, what is waiting. */
@ApplicationModule(allowedDependencies = {"payment", "booking", "availability", "mentor", "account", "web", "shared"})
package com.mentormatch.dashboard;

import org.springframework.modulith.ApplicationModule;
