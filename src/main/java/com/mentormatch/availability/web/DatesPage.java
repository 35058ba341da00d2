package com.mentormatch.availability.web;

import com.mentormatch.availability.DayPlan;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A year of a mentor's dates and the exceptions in them.
 *
 * @param today   by the mentor's own calendar
 * @param earlier the year before, null where there is nothing to see
 * @param past    what has ended, the latest first
 */
record DatesPage(ZoneId zone, LocalDate today, int year, @Nullable Integer earlier, @Nullable Integer later,
        List<String> weekdays, List<Month> months, List<Row> ahead, List<Row> past) {

    /**
     * @param past  whether all of it is over
     * @param weeks seven places each, Monday first; null before the first and after the last of the month
     */
    record Month(String name, boolean past, List<List<@Nullable Day>> weeks) {}

    /** @param label what the date is, in words; also for those who do not see the drawing */
    record Day(DayPlan plan, boolean past, String label) {

        public LocalDate date() {
            return plan.date();
        }
    }

    /**
     * @param kind  OFF, OTHER_HOURS, EXTRA_HOURS or BLOCK
     * @param hours empty where there are none to say
     * @param meets what other exceptions on the same dates make of it
     */
    record Row(UUID id, String kind, LocalDate first, LocalDate last, String dates, String hours, String note,
            List<String> meets) {}
}
