/**
 * Decides what an admin sees first and what is remembered of what admins did: the overview, the audit log, the pages
 * about accounts.
 *
 * <p>Admin pages of a feature live in the feature's module, under {@code /admin/**}, where only admins get in. They
 * begin with {@code templates/admin/_nav.html}, which lists them; what waits for an admin they tell by
 * {@link com.mentormatch.account.NeedsAdmin}, and what an admin did there by publishing
 * {@link com.mentormatch.account.AdminAct} in the transaction of the act.
 */
@ApplicationModule(allowedDependencies = {"booking", "mentor", "account", "web", "shared"})
package com.mentormatch.admin;

import org.springframework.modulith.ApplicationModule;
