/** Decides what money, time windows, ids and the clock are; has no table and knows nobody. */
@ApplicationModule(allowedDependencies = {})
package com.mentormatch.shared;

import org.springframework.modulith.ApplicationModule;
