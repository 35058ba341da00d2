package com.mentormatch.availability;

import java.util.List;

/**
 * A mentor's week and session settings as they were read.
 *
 * @param version 0 when nothing was ever saved; rises with each save, so that a second tab is noticed
 */
public record Schedule(List<WeeklyWindow> windows, SessionSettings settings, int version) {

    public Schedule {
        windows = windows.stream().sorted().toList();
    }
}
