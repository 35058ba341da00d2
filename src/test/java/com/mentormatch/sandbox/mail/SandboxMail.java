package com.mentormatch.sandbox.mail;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;

/**
 * A mail server and, on another port, the page that shows what arrived. Both listen on 127.0.0.1 only; nothing is sent
 * on.
 *
 * <p>A mail's HTML is shown in a sandboxed frame under a policy of its own: no script, no form, no request to anywhere.
 */
public final class SandboxMail implements AutoCloseable {

    private static final String PAGE_POLICY = "default-src 'none'; style-src 'self'; frame-src 'self'; form-action 'self';"
            + " base-uri 'none'; frame-ancestors 'none'";
    private static final String MAIL_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
            + "form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";
    private static final Set<String> VIEWS = Set.of("html", "text", "calendar", "headers");

    private final GreenMail smtp;
    private final HttpServer http;

    private SandboxMail(GreenMail smtp, HttpServer http) {
        this.smtp = smtp;
        this.http = http;
    }

    /** Starts both; 0 takes any free port. */
    public static SandboxMail start(int smtpPort, int httpPort) {
        var smtp = new GreenMail(new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        smtp.start();
        try {
            var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), httpPort), 0);
            var mail = new SandboxMail(smtp, http);
            http.createContext("/", mail::handle);
            http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            http.start();
            return mail;
        } catch (IOException e) {
            smtp.stop();
            throw new UncheckedIOException("The mail page did not start", e);
        }
    }

    public int smtpPort() {
        return smtp.getSmtp().getPort();
    }

    public String url() {
        return "http://localhost:" + http.getAddress().getPort();
    }

    @Override
    public void close() {
        http.stop(0);
        smtp.stop();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath().split("/");
            var isPost = exchange.getRequestMethod().equals("POST");
            if (isPost && path.length == 2 && path[1].equals("delete")) {
                delete(exchange);
            } else if (isPost || !Set.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
                answer(exchange, 405, "text/plain", PAGE_POLICY, "Only what the page offers".getBytes());
            } else if (path.length == 0) {
                page(exchange, null);
            } else if (path.length == 2 && path[1].equals("style.css")) {
                answer(exchange, 200, "text/css", PAGE_POLICY, style());
            } else if (path.length > 2 && path[1].equals("mails")) {
                mail(exchange, path);
            } else {
                missing(exchange);
            }
        } catch (FolderException | RuntimeException e) {
            throw new IOException(e);
        }
    }

    private void mail(HttpExchange exchange, String[] path) throws IOException {
        var found = find(path[2]);
        if (found.isEmpty()) {
            missing(exchange);
        } else if (path.length == 3) {
            page(exchange, found.get());
        } else if (path.length == 4 && path[3].equals("html") && found.get().html() != null) {
            var html = found.get().html().replaceFirst("(?i)<head>", "<head><base target=\"_blank\">");
            answer(exchange, 200, "text/html", MAIL_POLICY, html.getBytes(StandardCharsets.UTF_8));
        } else if (path.length == 5 && path[3].equals("files") && path[4].matches("\\d{1,3}")
                && Integer.parseInt(path[4]) < found.get().files().size()) {
            var file = found.get().files().get(Integer.parseInt(path[4]));
            exchange.getResponseHeaders().set("Content-Disposition", "attachment; filename=" + file.name());
            answer(exchange, 200, file.name().endsWith(".ics") ? "text/calendar" : "application/octet-stream",
                    MAIL_POLICY, file.content());
        } else {
            missing(exchange);
        }
    }

    private void page(HttpExchange exchange, ReceivedMail open) throws IOException {
        var query = String.valueOf(exchange.getRequestURI().getQuery());
        var view = query.startsWith("view=") && VIEWS.contains(query.substring(5)) ? query.substring(5) : "html";
        answer(exchange, 200, "text/html", PAGE_POLICY,
                MailPages.page(mails(), open, view, Instant.now()).getBytes(StandardCharsets.UTF_8));
    }

    private void delete(HttpExchange exchange) throws IOException, FolderException {
        var origin = exchange.getRequestHeaders().getFirst("Origin");
        if (origin != null && !origin.equals("http://" + exchange.getRequestHeaders().getFirst("Host"))) {
            answer(exchange, 403, "text/plain", PAGE_POLICY, "Not from another site".getBytes());
            return;
        }
        smtp.purgeEmailFromAllMailboxes();
        exchange.getResponseHeaders().set("Location", "/");
        exchange.sendResponseHeaders(303, -1);
    }

    private void missing(HttpExchange exchange) throws IOException {
        answer(exchange, 404, "text/plain", PAGE_POLICY, "No such mail".getBytes(StandardCharsets.UTF_8));
    }

    private Optional<ReceivedMail> find(String id) {
        return mails().stream().filter(mail -> mail.id().equals(id)).findFirst();
    }

    private List<ReceivedMail> mails() {
        return smtp.getManagers()
            .getImapHostManager()
            .getAllMessages()
            .stream()
            .map(ReceivedMail::of)
            .sorted(Comparator.comparing(ReceivedMail::at).reversed())
            .toList();
    }

    private static byte[] style() throws IOException {
        try (var css = SandboxMail.class.getResourceAsStream("style.css")) {
            return css.readAllBytes();
        }
    }

    private static void answer(HttpExchange exchange, int status, String type, String policy, byte[] body)
            throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type + "; charset=utf-8");
        headers.set("Content-Security-Policy", policy);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cache-Control", "no-store");
        var head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
    }
}
