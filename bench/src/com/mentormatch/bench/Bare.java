package com.mentormatch.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;

/**
 * The divisor: the same statements with the same parameters, every column read, as much HTML, through nothing but the
 * JDK's own server, JDBC and a string builder.
 */
public final class Bare {

    private static final String FILLER = "<li class=\"line\"><span>what a page has besides its rows</span></li>\n";

    private final String database;
    private final Map<Thread, Connection> connections = new HashMap<>();

    private Bare(String database) {
        this.database = database;
    }

    public static void main(String[] arguments) throws IOException {
        var bare = new Bare(arguments[1]);
        var home = Path.of(arguments[2]);
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", Integer.parseInt(arguments[0])), 0);
        server.setExecutor(Executors.newFixedThreadPool(4));
        for (var name : Arrays.copyOfRange(arguments, 3, arguments.length)) {
            var page = Recordings.read(home.resolve(name));
            server.createContext("/" + name, exchange -> bare.answer(exchange, page));
        }
        server.createContext("/ready", exchange -> send(exchange, "ready"));
        server.start();
    }

    private void answer(HttpExchange exchange, Recordings.Page page) throws IOException {
        var html = new StringBuilder(page.length() + 1024).append("<!doctype html><title>Bare</title><ul>\n");
        try {
            for (var sent : page.statements()) {
                rows(sent, html);
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
        while (html.length() < page.length()) {
            html.append(FILLER);
        }
        send(exchange, html.toString());
    }

    private void rows(Sent sent, StringBuilder html) throws SQLException {
        try (var statement = sent.on(connection())) {
            if (!statement.execute()) {
                return;
            }
            var rows = statement.getResultSet();
            var columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                html.append("<li>");
                for (var column = 1; column <= columns; column++) {
                    append(html, rows.getString(column));
                }
                html.append("</li>\n");
            }
        }
    }

    private static void append(StringBuilder html, String value) {
        for (var i = 0; value != null && i < value.length(); i++) {
            var character = value.charAt(i);
            switch (character) {
                case '<' -> html.append("&lt;");
                case '&' -> html.append("&amp;");
                case '"' -> html.append("&quot;");
                default -> html.append(character);
            }
        }
        html.append(' ');
    }

    private synchronized Connection connection() throws SQLException {
        var connection = connections.get(Thread.currentThread());
        if (connection == null) {
            connection = DriverManager.getConnection(database);
            connections.put(Thread.currentThread(), connection);
        }
        return connection;
    }

    private static void send(HttpExchange exchange, String text) throws IOException {
        var body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html;charset=UTF-8");
        exchange.sendResponseHeaders(200, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
