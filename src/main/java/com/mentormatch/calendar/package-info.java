/** Decides what a calendar is told about a booking: invitations, and the file to download. */
@ApplicationModule(allowedDependencies = {"booking", "mentor", "account", "web", "shared"})
package com.mentormatch.calendar;

import org.springframework.modulith.ApplicationModule;
