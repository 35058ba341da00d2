/** Decides who somebody is: sign-up, sign-in, sessions, roles, and the sealed {@link com.mentormatch.account.Viewer}. */
@ApplicationModule(allowedDependencies = {"web", "shared"})
package com.mentormatch.account;

import org.springframework.modulith.ApplicationModule;
