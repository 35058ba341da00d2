/** Decides what a calendar is told about a booking: invitations, the file to download, the calendar to subscribe to. */
@ApplicationModule(allowedDependencies = {"booking", "mentor", "account", "web", "shared"})
package com.mentormatch.calendar;

import org.springframework.modulith.ApplicationModule;
