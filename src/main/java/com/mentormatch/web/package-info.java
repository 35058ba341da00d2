/** Decides how any page is framed: layout, assets, the viewer's zone, page or fragment, and what an error looks like. */
@ApplicationModule(allowedDependencies = "shared")
package com.mentormatch.web;

import org.springframework.modulith.ApplicationModule;
