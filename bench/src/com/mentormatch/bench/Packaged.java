package com.mentormatch.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The product as the image has it: the extracted jar with the AOT cache that {@code docker/train} makes. MariaDB's
 * driver stands behind it on the class path, because the product brings MySQL's alone.
 */
final class Packaged {

    private final Path folder;
    private final List<String> arguments;

    private Packaged(Path folder, List<String> arguments) {
        this.folder = folder;
        this.arguments = arguments;
    }

    static Packaged make(Place place) throws IOException, InterruptedException {
        var folder = place.home().resolveSibling("image");
        var root = Path.of("").toAbsolutePath();
        run(root, System.getProperty("bench.maven"), "-q", "-B", "-ntp", "-Dmaven.test.skip=true", "package");
        run(root, Child.JAVA.toString(), "-Djarmode=tools", "-jar", "target/mentormatch.jar",
                "extract", "--force", "--destination", folder.toString());
        run(Path.of("docker").toAbsolutePath(), "./train", folder.toString(), String.valueOf(Place.BARE_PORT));
        var arguments = new ArrayList<>(Product.arguments(Place.PRODUCT_PORT, place.database(), place.size()));
        arguments.add("--db-scheduler.polling-interval=24h");
        return new Packaged(folder, arguments);
    }

    Child start(boolean cached, Path log) throws IOException {
        var command = new ArrayList<>(List.of(Child.JAVA.toString(), "-XX:+UseSerialGC", "-Xms64m", "-Xmx256m",
                "-XX:+ExitOnOutOfMemoryError", "-Dsun.net.http.retryPost=false", "-Duser.timezone=UTC"));
        if (cached) {
            command.addAll(List.of("-XX:AOTCache=mentormatch.aot", "-XX:AOTMode=on"));
        }
        command.addAll(List.of("-cp", "mentormatch.jar:" + driver(), "com.mentormatch.MentorMatch"));
        command.addAll(arguments);
        return Child.start(new ProcessBuilder(command).directory(folder.toFile()), log);
    }

    private static String driver() {
        return Arrays.stream(System.getProperty("java.class.path").split(":"))
            .filter(entry -> entry.contains("mariadb-java-client"))
            .findFirst()
            .orElseThrow();
    }

    private static void run(Path folder, String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).directory(folder.toFile()).inheritIO();
        process.environment().putAll(Map.of("JAVA_HOME", System.getProperty("java.home"), "PATH",
                Child.JAVA.getParent() + ":" + System.getenv("PATH")));
        if (process.start().waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " failed");
        }
    }
}
