/** Decides who is a mentor, what they offer at which price, and who finds them. */
@ApplicationModule(allowedDependencies = {"account", "web", "shared"})
package com.mentormatch.mentor;

import org.springframework.modulith.ApplicationModule;
