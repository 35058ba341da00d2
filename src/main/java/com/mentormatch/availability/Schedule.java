package com.mentormatch.availability;

import com.mentormatch.mentor.OfferId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * When a mentor is there and how sessions are laid into those hours, as it was read.
 *
 * @param perOffer only offers that differ
 * @param version  0 when nothing was ever saved; rises with each save, so that a second tab is noticed
 */
public record Schedule(List<WeeklyWindow> windows, List<ExceptionEntry> exceptions, List<Travel> travels,
        SessionSettings settings, Map<OfferId, OfferSettings> perOffer, int version) {

    /** Enough for years of holidays; keeps reading a schedule cheap. */
    public static final int MOST_EXCEPTIONS = 400;

    public static final int MOST_TRAVELS = 40;

    public Schedule {
        windows = windows.stream().sorted().toList();
        exceptions = List.copyOf(exceptions);
        travels = travels.stream().sorted().toList();
        perOffer = Map.copyOf(perOffer);
    }

    /** A week without exceptions. */
    public Schedule(List<WeeklyWindow> windows, SessionSettings settings, int version) {
        this(windows, List.of(), List.of(), settings, Map.of(), version);
    }

    public Schedule withWeek(List<WeeklyWindow> changed) {
        return new Schedule(changed, exceptions, travels, settings, perOffer, version);
    }

    public Schedule withExceptions(List<ExceptionEntry> changed) {
        return new Schedule(windows, changed, travels, settings, perOffer, version);
    }

    public Schedule withTravels(List<Travel> changed) {
        return new Schedule(windows, exceptions, changed, settings, perOffer, version);
    }

    public Schedule withSettings(SessionSettings changed, Map<OfferId, OfferSettings> changedPerOffer) {
        return new Schedule(windows, exceptions, travels, changed, changedPerOffer, version);
    }

    /** Whether a day off covers that date. */
    public boolean off(LocalDate date) {
        return exceptions.stream()
            .map(ExceptionEntry::exception)
            .anyMatch(each -> each instanceof DatedException.Off && !each.first().isAfter(date)
                    && !each.last().isBefore(date));
    }

    public OfferSettings differencesOf(OfferId offer) {
        return perOffer.getOrDefault(offer, OfferSettings.NONE);
    }

    /** What holds for an offer; the limits in it are the offer's own. */
    public SessionSettings settingsOf(OfferId offer) {
        return differencesOf(offer).over(settings);
    }

    /** Whether the number of sessions already booked decides about slots of that offer. */
    boolean limited(OfferId offer) {
        var own = differencesOf(offer);
        return settings.mostADay() != null || settings.mostAWeek() != null || own.mostADay() != null
                || own.mostAWeek() != null;
    }

    /** @throws IllegalArgumentException when windows or travels overlap, or there are too many of something */
    void check() {
        for (var i = 0; i < windows.size(); i++) {
            for (var j = i + 1; j < windows.size(); j++) {
                refuse(windows.get(i).overlaps(windows.get(j)), "Windows overlap");
            }
        }
        for (var i = 1; i < travels.size(); i++) {
            refuse(travels.get(i - 1).overlaps(travels.get(i)), "Travels overlap");
        }
        refuse(exceptions.size() > MOST_EXCEPTIONS, "Too many exceptions");
        refuse(travels.size() > MOST_TRAVELS, "Too many travels");
    }

    private static void refuse(boolean wrong, String why) {
        if (wrong) {
            throw new IllegalArgumentException(why);
        }
    }
}
