package com.mentormatch.meeting;

import com.mentormatch.mentor.ProfileText;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** A room a mentor brings along: http or https with a host, nothing a browser would run. At most 500 characters. */
public record OwnLink(URI address) {

    public OwnLink {
        if (!ProfileText.isWebAddress(address.toString())) {
            throw new IllegalArgumentException("Not a link to a room");
        }
    }

    /** As typed; the scheme may be missing. Empty where it is no such link. */
    public static Optional<OwnLink> parse(String typed) {
        var text = typed == null ? "" : typed.strip();
        var scheme = text.indexOf("://");
        var whole = scheme < 0
                ? "https://" + text
                : text.substring(0, scheme).toLowerCase(Locale.ROOT) + text.substring(scheme);
        return (scheme >= 0 || text.contains(".")) && ProfileText.isWebAddress(whole)
                ? Optional.of(URI.create(whole).toASCIIString())
                    .filter(ProfileText::isWebAddress)
                    .map(link -> new OwnLink(URI.create(link)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return address.toString();
    }
}
