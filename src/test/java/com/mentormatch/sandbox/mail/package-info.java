/** A mail server that keeps what it is given, and a page that shows it. For the sandbox only. */
package com.mentormatch.sandbox.mail;
