package com.mentormatch.bench;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The statements a page of the product sends, with their parameters, kept so that the bare server sends the same. */
final class Recordings {

    static final String HEADER = "X-Bench-Record";

    private Recordings() {}

    /** @param parameters by position, from the first */
    record Sent(String sql, ArrayList<Serializable> parameters) implements Serializable {}

    /** @param length of the product's page in bytes */
    record Page(ArrayList<Sent> statements, int length) implements Serializable {}

    /** Asks the product for the pages that are compared, and has it write down what it sends. */
    static void ask(List<Scenario> scenarios, Path home) throws IOException, InterruptedException {
        var client = HttpClient.newHttpClient();
        for (var name : List.of("B1", "P1")) {
            var url = scenarios.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow().url();
            client.send(Pages.recording(url, ""), HttpResponse.BodyHandlers.discarding());
            client.send(Pages.recording(url, ""), HttpResponse.BodyHandlers.discarding());
            var file = home.resolve(name.equals("B1") ? "browse" : "profile");
            var body = client.send(Pages.recording(url, file.toString()), HttpResponse.BodyHandlers.ofByteArray());
            var page = read(file);
            write(file, new Page(page.statements(), body.body().length));
        }
    }

    static Page read(Path file) throws IOException {
        try (var in = new ObjectInputStream(Files.newInputStream(file))) {
            return (Page) in.readObject();
        } catch (ClassNotFoundException e) {
            throw new IOException(e);
        }
    }

    static void write(Path file, Page page) throws IOException {
        try (var out = new ObjectOutputStream(Files.newOutputStream(file))) {
            out.writeObject(page);
        }
    }
}
