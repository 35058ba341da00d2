/** The doors of the mentor module: landing, browsing, profile, and the mentor's own pages. */
package com.mentormatch.mentor.web;
