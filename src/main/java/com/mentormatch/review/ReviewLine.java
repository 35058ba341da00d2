package com.mentormatch.review;

/**
 * @param author the name it stands under
 * @param mentor the name of the mentor it is about
 */
public record ReviewLine(Said said, String author, String mentor) {}
