/** Stands in for Zoom, and for wherever else sessions take place: nothing leaves this machine. */
package com.mentormatch.sandbox.zoom;
