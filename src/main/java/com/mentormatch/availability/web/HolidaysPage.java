package com.mentormatch.availability.web;

import com.mentormatch.availability.holiday.PublicHolidays.Place;
import java.time.LocalDate;
import java.util.List;

/**
 * The public holidays to come of one country.
 *
 * @param part  of the country; empty for all of it
 * @param parts empty where the country has the same holidays everywhere
 */
record HolidaysPage(String country, String countryName, String part, List<Place> countries, List<Place> parts,
        List<Year> years) {

    record Year(int year, List<Row> days) {}

    /**
     * @param taken  whether the mentor is off that day already
     * @param closed whether the mentor's week has no hours that day
     * @param chosen whether it was ticked
     */
    record Row(LocalDate date, String when, String name, boolean taken, boolean closed, boolean chosen) {}

    /** How many there are to take off. */
    public long open() {
        return years.stream().flatMap(year -> year.days().stream()).filter(day -> !day.taken()).count();
    }

    public boolean none() {
        return years.stream().allMatch(year -> year.days().isEmpty());
    }
}
