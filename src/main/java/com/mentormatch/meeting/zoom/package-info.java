/** Speaks with Zoom. Nothing outside this package knows its API. */
package com.mentormatch.meeting.zoom;
