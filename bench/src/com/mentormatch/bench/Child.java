package com.mentormatch.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process with this one's classes, which ends with it. */
record Child(Process process, Path log) implements AutoCloseable {

    static Child start(Class<?> main, Path log, List<String> arguments) throws IOException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m", "-Duser.timezone=UTC", "-Dsun.net.http.retryPost=false", "-cp",
                System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        var child = new Child(
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start(), log);
        Runtime.getRuntime().addShutdownHook(new Thread(child::close));
        return child;
    }

    long pid() {
        return process.pid();
    }

    /** Waits for as long as it takes to fill the database. */
    void awaitOk(String url) throws InterruptedException {
        var client = HttpClient.newHttpClient();
        var request = HttpRequest.newBuilder(URI.create(url)).build();
        while (true) {
            if (!process.isAlive()) {
                throw new IllegalStateException("It did not start, see " + log);
            }
            try {
                if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // asked again below
            }
            Thread.sleep(500);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
