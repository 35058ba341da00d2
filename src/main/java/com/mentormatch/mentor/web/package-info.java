/** The doors of the mentor module: landing, browsing, profile, and the mentor's own pages; and {@link PublicPage}. */
@NamedInterface("web")
package com.mentormatch.mentor.web;

import org.springframework.modulith.NamedInterface;
