/** Decides what is said of sessions that took place: who may, who reads it, and what it makes of a mentor's rating. */
@ApplicationModule(allowedDependencies = {"booking", "mentor", "mentor::web", "account", "web", "shared"})
package com.mentormatch.review;

import org.springframework.modulith.ApplicationModule;
