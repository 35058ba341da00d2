/** The doors of the review module, and its parts of the booking, the profile and the home. */
package com.mentormatch.review.web;
