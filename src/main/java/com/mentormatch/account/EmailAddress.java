package com.mentormatch.account;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One address, in the one spelling an account is found by.
 *
 * <p>All of it is lower case: the standard lets a host tell {@code Jo@} from {@code jo@}, none that people use does, and
 * a phone's keyboard starts with a capital. An international domain is written in ASCII. Nothing else is folded: dots
 * and plus signs belong to the person. Lists, names, quotes, comments and bare hosts are refused.
 */
record EmailAddress(String value) {

    private static final int MOST = 254;
    private static final int MOST_LOCAL = 64;

    static Optional<EmailAddress> parse(@Nullable String typed) {
        var text = Normalizer.normalize(typed == null ? "" : typed, Normalizer.Form.NFC).strip();
        var at = text.lastIndexOf('@');
        if (at < 1 || at > MOST_LOCAL || text.length() > MOST || text.chars().anyMatch(EmailAddress::refused)) {
            return Optional.empty();
        }
        try {
            var domain = IDN.toASCII(text.substring(at + 1), IDN.USE_STD3_ASCII_RULES);
            var whole = (text.substring(0, at) + "@" + domain).toLowerCase(Locale.ROOT);
            var parsed = new InternetAddress(whole, true);
            var single = parsed.getAddress().equals(whole) && parsed.getPersonal() == null;
            return single && domain.matches("(?:[^.]+\\.)+[A-Za-z0-9-]*[A-Za-z][A-Za-z0-9-]*") && whole.length() <= MOST
                    ? Optional.of(new EmailAddress(whole))
                    : Optional.empty();
        } catch (AddressException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** What could end a header, start a second address, or carry a comment; quoted local parts go with it. */
    private static boolean refused(int c) {
        return c <= ' ' || Character.isISOControl(c) || Character.isWhitespace(c) || "\"(),:;<>[\\]".indexOf(c) >= 0
                || Character.getType(c) == Character.FORMAT;
    }

    @Override
    public String toString() {
        return value;
    }
}
