package com.mentormatch.account;

import com.mentormatch.account.Limits.Limit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Which passwords are taken, and how they are kept: bcrypt, with the algorithm's name in front so that another one can
 * follow. bcrypt reads 72 bytes and no more, so longer ones are refused rather than cut.
 */
@Component
class Passwords {

    private static final int FEWEST_CHARACTERS = 10;
    private static final int MOST_BYTES = 72;

    private final PasswordEncoder encoder = new DelegatingPasswordEncoder("bcrypt",
            Map.of("bcrypt", new BCryptPasswordEncoder()));
    private final String nobodys = encoder.encode("the password of an account that does not exist");
    private final Set<String> common = common();

    /** @param own the person's address and name, which anybody would try first */
    Optional<Refusal> refusal(@Nullable String password, String... own) {
        var text = normal(password);
        if (text.codePointCount(0, text.length()) < FEWEST_CHARACTERS) {
            return Optional.of(Refusal.PASSWORD_SHORT);
        }
        if (tooLong(text)) {
            return Optional.of(Refusal.PASSWORD_LONG);
        }
        var guess = text.toLowerCase(Locale.ROOT);
        var easy = common.contains(guess) || guess.chars().distinct().count() < 3
                || Arrays.stream(own).anyMatch(word -> guess.equals(word.toLowerCase(Locale.ROOT)));
        return easy ? Optional.of(Refusal.PASSWORD_COMMON) : Optional.empty();
    }

    /** Whether somebody who is signed in is who they say, for what must not be done by whoever finds an open laptop. */
    Optional<Refusal> proves(Account account, @Nullable String password, Limits limits) {
        var who = account.id().toString();
        if (!limits.allows(Limit.PASSWORD_ACCOUNT, who)) {
            return Optional.of(Refusal.TOO_MANY_TRIES);
        }
        if (!matches(password, account.password())) {
            return Optional.of(Refusal.PASSWORD_WRONG);
        }
        limits.giveBack(Limit.PASSWORD_ACCOUNT, who);
        return Optional.empty();
    }

    String encode(String password) {
        return encoder.encode(normal(password));
    }

    /** Takes as long for an account that does not exist. */
    boolean matches(@Nullable String password, @Nullable String encoded) {
        var text = normal(password);
        var right = encoder.matches(tooLong(text) ? "" : text, encoded == null ? nobodys : encoded);
        return right && encoded != null && !text.isEmpty() && !tooLong(text);
    }

    /** Keyboards disagree on how to write an é; a password is the same on all of them. */
    private static String normal(@Nullable String password) {
        return password == null ? "" : Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    private static boolean tooLong(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES;
    }

    private static Set<String> common() {
        try {
            return new ClassPathResource("account/common-passwords.txt").getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
