package com.mentormatch.meeting.web;

import com.mentormatch.meeting.MeetingPlace;
import com.mentormatch.meeting.MeetingPlace.Kind;
import com.mentormatch.meeting.MeetingPlaces;
import com.mentormatch.meeting.OwnLink;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** A mentor's meeting place as typed. */
record PlaceForm(@Nullable String kind, @Nullable String link) {

    PlaceForm {
        link = link == null ? "" : link.strip();
    }

    static PlaceForm of(MeetingPlace place) {
        return new PlaceForm(place.kind().name(), place.link() == null ? "" : place.link().toString());
    }

    void check(MeetingPlaces places, Errors errors) {
        var chosen = chosen().filter(places::offered);
        if (chosen.isEmpty()) {
            errors.rejectValue("kind", "meeting.place.kind.missing");
        }
        if (OwnLink.parse(link).isEmpty() && (!link.isEmpty() || chosen.filter(Kind.OWN_LINK::equals).isPresent())) {
            errors.rejectValue("link", "meeting.link.wrong");
        }
    }

    MeetingPlace place() {
        return new MeetingPlace(chosen().orElseThrow(), OwnLink.parse(link).orElse(null));
    }

    private Optional<Kind> chosen() {
        return Arrays.stream(Kind.values()).filter(one -> one.name().equals(kind)).findFirst();
    }
}
