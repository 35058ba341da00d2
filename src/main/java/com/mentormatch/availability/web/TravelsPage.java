package com.mentormatch.availability.web;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** A mentor's stays in other zones. */
record TravelsPage(ZoneId zone, List<Row> ahead, List<Row> past) {

    /** @param example what nine o'clock there is at home */
    record Row(UUID id, String dates, String city, String zone, String example) {}
}
