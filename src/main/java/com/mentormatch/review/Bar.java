package com.mentormatch.review;

/**
 * One line of a distribution.
 *
 * @param length in hundredths of the longest one
 */
public record Bar(int stars, int count, int length) {}
