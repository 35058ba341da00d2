package com.mentormatch.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process that ends with this one. */
record Child(Process process, Path log) implements AutoCloseable {

    static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private static final int PAUSE_MILLIS = 20;

    /** With this process's Java and classes. */
    static Child java(Class<?> main, Path log, List<String> arguments) throws IOException {
        var command = new ArrayList<>(List.of(JAVA.toString(), "-Xmx512m", "-Duser.timezone=UTC",
                "-Dsun.net.http.retryPost=false", "-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        return start(new ProcessBuilder(command), log);
    }

    static Child start(ProcessBuilder process, Path log) throws IOException {
        var child = new Child(process.redirectErrorStream(true).redirectOutput(log.toFile()).start(), log);
        Runtime.getRuntime().addShutdownHook(new Thread(child::close));
        return child;
    }

    long pid() {
        return process.pid();
    }

    /** Waits for as long as it takes to fill the database. */
    void awaitOk(String url) throws InterruptedException {
        var request = Http.visitor(url).build();
        while (true) {
            if (!process.isAlive()) {
                throw new IllegalStateException("It did not start, see " + log);
            }
            try {
                if (Http.CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // asked again below
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
