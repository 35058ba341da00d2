package com.mentormatch.testing.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The browser of this machine. Where there is none, Debian's packages are installed, once, if this is Debian and we may.
 *
 * @param browser chromium or Chrome
 * @param driver  the chromedriver that belongs to it
 */
record Chromium(Path browser, Path driver) {

    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome",
            "google-chrome-stable");

    static Chromium ofThisMachine() {
        return oneAtATime(() -> installed().or(Chromium::install)).orElseThrow(() -> new IllegalStateException(
                "The browser tests need Chromium and chromedriver on the PATH. They install themselves on Debian as "
                        + "root; here, please do it yourself (on Debian: apt-get install chromium chromium-driver)."));
    }

    private static Optional<Chromium> installed() {
        var browser = BROWSERS.stream().flatMap(name -> onPath(name).stream()).findFirst();
        return browser.flatMap(found -> onPath("chromedriver").map(driver -> new Chromium(found, driver)));
    }

    private static Optional<Path> onPath(String name) {
        return Stream
            .concat(Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
                .filter(Predicate.not(String::isBlank)), Stream.of("/usr/bin"))
            .map(folder -> Path.of(folder, name))
            .filter(Files::isExecutable)
            .findFirst();
    }

    /** Several builds, or the JVMs of one, may start together on a new machine; what is half installed is not there yet. */
    private static <T> T oneAtATime(Supplier<T> looking) {
        try {
            var folder = Files.createDirectories(Path.of(System.getProperty("user.home"), ".cache", "mentormatch"));
            try (var file = FileChannel.open(folder.resolve("chromium.lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE); var _ = file.lock()) {
                return looking.get();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Chromium> install() {
        if (onPath("apt-get").isEmpty() || !"root".equals(System.getProperty("user.name"))) {
            return Optional.empty();
        }
        apt("update");
        apt("-y", "--no-install-recommends", "install", "chromium", "chromium-driver");
        return installed();
    }

    private static void apt(String... arguments) {
        var command = Stream.concat(Stream.of("apt-get", "-qq"), Arrays.stream(arguments)).toList();
        var process = new ProcessBuilder(command).redirectErrorStream(true);
        process.environment().putAll(Map.of("DEBIAN_FRONTEND", "noninteractive"));
        try {
            var running = process.start();
            var output = new String(running.getInputStream().readAllBytes());
            if (running.waitFor() != 0) {
                throw new IllegalStateException(
                        "Chromium could not be installed: " + String.join(" ", command) + " said\n" + output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
