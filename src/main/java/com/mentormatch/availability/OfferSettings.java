package com.mentormatch.availability;

import org.jspecify.annotations.Nullable;

/**
 * Where one offer differs from the mentor's session settings; null means as everywhere. The two limits count sessions
 * of this offer alone and hold besides the mentor's own. Bounds as in {@link SessionSettings}.
 */
public record OfferSettings(@Nullable Integer bufferMinutes, @Nullable Integer noticeMinutes,
        @Nullable Integer horizonDays, @Nullable Integer startIntervalMinutes, @Nullable Integer mostADay,
        @Nullable Integer mostAWeek) {

    public static final OfferSettings NONE = new OfferSettings(null, null, null, null, null, null);

    public OfferSettings {
        over(SessionSettings.DEFAULT, bufferMinutes, noticeMinutes, horizonDays, startIntervalMinutes, mostADay,
                mostAWeek);
    }

    OfferSettings withBuffer(int minutes) {
        return new OfferSettings(minutes, noticeMinutes, horizonDays, startIntervalMinutes, mostADay, mostAWeek);
    }

    public boolean differs() {
        return !equals(NONE);
    }

    /** The settings that hold for the offer, its own limits in place of the mentor's. */
    SessionSettings over(SessionSettings usual) {
        return over(usual, bufferMinutes, noticeMinutes, horizonDays, startIntervalMinutes, mostADay, mostAWeek);
    }

    private static SessionSettings over(SessionSettings usual, @Nullable Integer buffer, @Nullable Integer notice,
            @Nullable Integer horizon, @Nullable Integer interval, @Nullable Integer mostADay,
            @Nullable Integer mostAWeek) {
        return new SessionSettings(buffer == null ? usual.bufferMinutes() : buffer,
                notice == null ? usual.noticeMinutes() : notice, horizon == null ? usual.horizonDays() : horizon,
                interval == null ? usual.startIntervalMinutes() : interval, mostADay, mostAWeek);
    }
}
