/** Decides where a session takes place: the room, who may go there and when, and who came. */
@ApplicationModule(allowedDependencies = {"booking", "mentor", "account", "web", "shared"})
package com.mentormatch.meeting;

import org.springframework.modulith.ApplicationModule;
