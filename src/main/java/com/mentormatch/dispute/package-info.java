/**
 * Decides how the two are heard and how an admin rules where they do not agree about a session. What may follow what,
 * and until when, is the booking's; the words of both are on its timeline.
 */
@ApplicationModule(allowedDependencies = {"booking", "account", "web", "shared"})
package com.mentormatch.dispute;

import org.springframework.modulith.ApplicationModule;
