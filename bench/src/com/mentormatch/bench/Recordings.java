package com.mentormatch.bench;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

/** The statements the product sends for a request, with their parameters, kept so that others can send the same. */
final class Recordings {

    static final String HEADER = "X-Bench-Record";

    private Recordings() {}

    /** @param length of the product's page in bytes */
    record Page(ArrayList<Sent> statements, int length) implements Serializable {}

    /** Has the product write down what it sends for that request. */
    static Page ask(HttpRequest.Builder request, Path file) throws IOException, InterruptedException {
        var answer = Http.send(request.header(HEADER, file.toString()).build(), 200, 303);
        var page = new Page(read(file).statements(), answer.body().length);
        write(file, page);
        return page;
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
