package com.mentormatch.booking;

/**
 * How a mentor has kept their word.
 *
 * @param asked     requests that were answered or ran out
 * @param answered  those of them the mentor said yes or no to
 * @param agreed    sessions both had agreed to, whatever became of them
 * @param cancelled those of them the mentor called off
 * @param missed    those of them the mentor did not come to, as was ruled
 */
public record MentorRecord(int asked, int answered, int agreed, int cancelled, int missed) {

    public boolean empty() {
        return asked == 0 && agreed == 0;
    }
}
