/** Decides when a mentor can be booked: weekly windows, slots computed from them, and the holds that keep a time for one booking. */
@ApplicationModule(allowedDependencies = {"mentor", "account", "web", "shared"})
package com.mentormatch.availability;

import org.springframework.modulith.ApplicationModule;
