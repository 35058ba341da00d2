package com.mentormatch.sandbox.zoom;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mentormatch.sandbox.Faults;
import com.mentormatch.sandbox.stripe.Html;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Zoom on this machine: {@code mentormatch.zoom.*} points here. Meetings are made, moved and removed as by its API, with a
 * token from its door; what a meeting's link leads to is a page that says so. Any other address is a room as well, in the
 * place of Jitsi or of a mentor's own link. A test switches faults on with {@link #failNext}.
 */
public final class ZoomStandIn implements AutoCloseable {

    public static final String ACCOUNT = "standin-account";
    public static final String CLIENT = "standin-client";
    public static final String SECRET = "standin-secret";

    /** How long it wants to be left alone when it was asked too often. */
    public static final int RETRY_AFTER = 120;

    private static final JsonMapper JSON = JsonMapper.shared();

    /** @param host the user it was made for */
    public record Meeting(long id, String host, String topic, String agenda, String start, int minutes, String passcode,
            boolean waitingRoom, String createdAt) {}

    /** @param status 0 where no answer was sent */
    public record Request(Call call, String path, int status, Fault fault) {}

    private record Reply(int status, Object body) {}

    private final InstantSource clock;
    private final Faults<Call, Fault> faults = new Faults<>(Call.ANY);
    private final Map<Long, Meeting> meetings = new ConcurrentSkipListMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final AtomicLong numbers = new AtomicLong(84_000_000_000L);
    private final AtomicLong tokens = new AtomicLong();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    private ZoomStandIn(int port, InstantSource clock) throws IOException {
        this.clock = clock;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 256);
        server.setExecutor(threads);
        server.createContext("/oauth/token", exchange -> answer(exchange, Call.TOKEN));
        server.createContext("/v2/", exchange -> answer(exchange, call(exchange)));
        server.createContext("/control", new ControlPage(this));
        server.createContext("/", this::room);
        server.start();
    }

    /** Forgets everything when it closes. Port 0 takes a free one. */
    public static ZoomStandIn start(int port, InstantSource clock) {
        try {
            return new ZoomStandIn(port, clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** What the product has to be told to find it here. */
    public Map<String, String> settings() {
        return Map.of("mentormatch.zoom.account-id", ACCOUNT, "mentormatch.zoom.client-id", CLIENT,
                "mentormatch.zoom.client-secret", SECRET, "mentormatch.zoom.api-base", url() + "/v2",
                "mentormatch.zoom.token-url", url() + "/oauth/token", "mentormatch.meeting.jitsi", url() + "/jitsi");
    }

    public Faults<Call, Fault> faults() {
        return faults;
    }

    public void failNext(Call call, Fault fault) {
        faults.failNext(call, fault, 1);
    }

    public List<Meeting> meetings() {
        return List.copyOf(meetings.values());
    }

    /** Those made for that booking. */
    public List<Meeting> meetingsOf(Object booking) {
        return meetings.values().stream().filter(meeting -> meeting.agenda().contains(booking.toString())).toList();
    }

    /** As when somebody does it at Zoom itself. */
    public void remove(long id) {
        meetings.remove(id);
    }

    public List<Request> requests() {
        return List.copyOf(requests);
    }

    public long asked(Call call) {
        return requests.stream().filter(request -> request.call() == call).count();
    }

    String now() {
        return clock.instant().toString();
    }

    private static Call call(HttpExchange exchange) {
        var path = exchange.getRequestURI().getPath();
        return switch (exchange.getRequestMethod()) {
            case "POST" -> Call.CREATE;
            case "PATCH" -> Call.UPDATE;
            case "DELETE" -> Call.DELETE;
            default -> path.startsWith("/v2/users/") ? Call.LIST : Call.GET;
        };
    }

    private void answer(HttpExchange exchange, Call call) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        var fault = faults.next(call).orElse(null);
        try {
            switch (fault) {
                case EXPIRED_401 -> {
                    tokens.incrementAndGet();
                    send(exchange, call, problem(401, 124, "Access token is expired."), fault);
                }
                case UNKNOWN_404 -> send(exchange, call, problem(404, 1001, "User does not exist."), fault);
                case RATE_LIMITED_429 -> {
                    exchange.getResponseHeaders().set("Retry-After", String.valueOf(RETRY_AFTER));
                    send(exchange, call, problem(429, 429, "You have reached the maximum per-second rate limit."),
                            fault);
                }
                case ERROR_500 -> send(exchange, call, problem(500, 500, "Internal error."), fault);
                case HANG -> {
                    note(exchange, call, 0, fault);
                    faults.hang();
                }
                case HANG_AFTER -> {
                    act(exchange, call, body);
                    note(exchange, call, 0, fault);
                    faults.hang();
                }
                case RESET_AFTER -> {
                    act(exchange, call, body);
                    note(exchange, call, 0, fault);
                }
                case CUT_BODY -> {
                    var whole = JSON.writeValueAsBytes(act(exchange, call, body).body());
                    note(exchange, call, 0, fault);
                    exchange.getResponseHeaders().set("Content-Type", "application/json");
                    exchange.sendResponseHeaders(201, whole.length);
                    exchange.getResponseBody().write(whole, 0, whole.length / 2);
                    exchange.getResponseBody().flush();
                }
                case null -> send(exchange, call, act(exchange, call, body), null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    private void send(HttpExchange exchange, Call call, Reply reply, Fault fault) throws IOException {
        note(exchange, call, reply.status(), fault);
        if (reply.body() == null) {
            exchange.sendResponseHeaders(reply.status(), -1);
            return;
        }
        var body = JSON.writeValueAsBytes(reply.body());
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(reply.status(), body.length);
        exchange.getResponseBody().write(body);
    }

    private void note(HttpExchange exchange, Call call, int status, Fault fault) {
        requests.add(new Request(call, exchange.getRequestURI().getPath(), status, fault));
    }

    private static Reply problem(int status, int code, String message) {
        return new Reply(status, Map.of("code", code, "message", message));
    }

    private Reply act(HttpExchange exchange, Call call, String body) {
        var who = exchange.getRequestHeaders().getFirst("Authorization");
        if (call == Call.TOKEN) {
            return token(exchange, who);
        }
        if (!("Bearer token-" + tokens.get()).equals(who)) {
            return problem(401, 124, "Invalid access token.");
        }
        var parts = exchange.getRequestURI().getPath().split("/");
        return switch (call) {
            case CREATE -> create(URLDecoder.decode(parts[3], UTF_8), JSON.readTree(body));
            case LIST -> list(URLDecoder.decode(parts[3], UTF_8));
            default -> {
                var id = Long.parseLong(parts[3]);
                yield meetings.containsKey(id)
                        ? one(call, id, body)
                        : problem(404, 3001, "Meeting does not exist: " + id + ".");
            }
        };
    }

    private Reply token(HttpExchange exchange, String who) {
        var basic = "Basic " + Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(UTF_8));
        var query = String.valueOf(exchange.getRequestURI().getQuery());
        if (!basic.equals(who) || !query.contains("grant_type=account_credentials")
                || !query.contains("account_id=" + ACCOUNT)) {
            return new Reply(401, Map.of("reason", "Invalid client_id or client_secret", "error", "invalid_client"));
        }
        return new Reply(200, Map.of("access_token", "token-" + tokens.incrementAndGet(), "token_type", "bearer",
                "expires_in", 3600, "scope", "meeting:write:admin"));
    }

    private Reply create(String host, JsonNode asked) {
        var id = numbers.addAndGet(37);
        var meeting = new Meeting(id, host, asked.path("topic").asString(""), asked.path("agenda").asString(""),
                asked.path("start_time").asString(""), asked.path("duration").asInt(60),
                asked.path("password").asString(""), asked.path("settings").path("waiting_room").asBoolean(false),
                now());
        meetings.put(id, meeting);
        return new Reply(201, shown(meeting));
    }

    private Reply list(String host) {
        return new Reply(200, Map.of("page_size", 300, "next_page_token", "", "meetings",
                meetings.values().stream().filter(meeting -> meeting.host().equals(host)).map(this::listed).toList()));
    }

    private Reply one(Call call, long id, String body) {
        var old = meetings.get(id);
        return switch (call) {
            case GET -> new Reply(200, shown(old));
            case UPDATE -> {
                var asked = JSON.readTree(body);
                meetings.put(id, new Meeting(id, old.host(), asked.path("topic").asString(old.topic()), old.agenda(),
                        asked.path("start_time").asString(old.start()), asked.path("duration").asInt(old.minutes()),
                        old.passcode(), old.waitingRoom(), old.createdAt()));
                yield new Reply(204, null);
            }
            case DELETE -> {
                meetings.remove(id);
                yield new Reply(204, null);
            }
            default -> throw new IllegalStateException();
        };
    }

    private Map<String, Object> listed(Meeting meeting) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("id", meeting.id());
        shown.put("topic", meeting.topic());
        shown.put("type", 2);
        shown.put("agenda", meeting.agenda());
        shown.put("start_time", meeting.start());
        shown.put("duration", meeting.minutes());
        shown.put("created_at", meeting.createdAt());
        shown.put("join_url", url() + "/j/" + meeting.id() + "?pwd=" + meeting.passcode());
        return shown;
    }

    private Map<String, Object> shown(Meeting meeting) {
        var shown = listed(meeting);
        shown.put("password", meeting.passcode());
        shown.put("start_url", url() + "/s/" + meeting.id() + "?zak=host");
        shown.put("settings", Map.of("waiting_room", meeting.waitingRoom()));
        return shown;
    }

    /** Where links lead. */
    private void room(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        if (path.equals("/")) {
            Html.redirect(exchange, "/control");
            return;
        }
        var meeting = Arrays.stream(path.split("/"))
            .filter(part -> part.matches("\\d{6,12}"))
            .findFirst()
            .map(id -> meetings.get(Long.parseLong(id)));
        Html.page(exchange, 200, "A room", "", """
                <span class="mode">STAND-IN</span><section class="card"><h1>You are in the room</h1><p>%s</p>
                <p>%s</p><p><code>%s</code></p></section>
                """.formatted(Html.escape(meeting.map(Meeting::topic).orElse("A room without a provider")),
                path.startsWith("/s/") ? "As the host." : "As a guest.", Html.escape(path)));
    }

    String table() {
        return meetings.values()
            .stream()
            .sorted((a, b) -> Long.compare(b.id(), a.id()))
            .limit(50)
            .map(meeting -> """
                    <tr><td><code>%d</code></td><td>%s</td><td>%s, %d min</td><td>%s</td></tr>
                    """.formatted(meeting.id(), Html.escape(meeting.topic()), meeting.start(), meeting.minutes(),
                    Html.escape(meeting.host())))
            .collect(Collectors.joining());
    }

    @Override
    public void close() {
        faults.clear();
        server.stop(0);
        threads.shutdownNow();
    }
}
