/** The doors of availability, and the panel of times, which pages of other modules may carry: see {@link TimesPanels}. */
@NamedInterface("web")
package com.mentormatch.availability.web;

import org.springframework.modulith.NamedInterface;
