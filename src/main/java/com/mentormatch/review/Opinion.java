package com.mentormatch.review;

/**
 * What a mentee thinks of a session.
 *
 * @param stars     1 to 5
 * @param comment   at most {@value #COMMENT_MAX} characters; null where there is none
 * @param privately for the mentor alone: it is not shown on the profile and does not count there
 */
public record Opinion(int stars, String comment, boolean privately) {

    public static final int MOST = 5;
    public static final int COMMENT_MAX = 1000;

    public Opinion {
        if (stars < 1 || stars > MOST || comment != null && comment.length() > COMMENT_MAX) {
            throw new IllegalArgumentException("No opinion: " + stars + " stars");
        }
    }
}
