package com.mentormatch.meeting.zoom;

import com.mentormatch.meeting.Venue;
import java.net.URI;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/**
 * Scheduled meetings at Zoom. Zoom knows no idempotency key: the booking's id stands in the agenda, which its lists
 * show, and by which a meeting is found whose making was never answered.
 */
@Component
class ZoomVenue implements Venue {

    private static final int SCHEDULED = 2;
    private static final int MOST_PAGES = 20;
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ZoomClient zoom;
    private final ZoomSettings settings;

    ZoomVenue(ZoomClient zoom, ZoomSettings settings) {
        this.zoom = zoom;
        this.settings = settings;
    }

    @Override
    public boolean configured() {
        return settings.configured();
    }

    @Override
    public Room make(Session session) {
        var body = body(session);
        body.put("topic", session.topic());
        body.put("type", SCHEDULED);
        body.put("agenda", mark(session));
        body.put("password", passcode());
        body.put("settings", Map.of("waiting_room", true, "join_before_host", false));
        return room(zoom.ask((http, who) -> http.post()
            .uri("/users/{host}/meetings", settings.host(session.host()))
            .header(HttpHeaders.AUTHORIZATION, who)
            .contentType(MediaType.APPLICATION_JSON)
            .body(body)
            .retrieve()
            .body(JsonNode.class)));
    }

    @Override
    public Optional<Room> find(Session session) {
        var found = list(settings.host(session.host())).stream()
            .filter(meeting -> meeting.path("agenda").asString("").contains(mark(session)))
            .sorted(Comparator.comparing(meeting -> meeting.path("created_at").asString("")))
            .map(meeting -> meeting.path("id").asString())
            .toList();
        found.stream().skip(1).forEach(this::remove);
        return found.stream().findFirst().map(id -> room(get(id)));
    }

    @Override
    public boolean move(String room, Session session) {
        return there((http, who) -> http.patch()
            .uri("/meetings/{id}", room)
            .header(HttpHeaders.AUTHORIZATION, who)
            .contentType(MediaType.APPLICATION_JSON)
            .body(body(session))
            .retrieve()
            .toBodilessEntity());
    }

    @Override
    public void remove(String room) {
        there((http, who) -> http.delete()
            .uri("/meetings/{id}", room)
            .header(HttpHeaders.AUTHORIZATION, who)
            .retrieve()
            .toBodilessEntity());
    }

    @Override
    public URI hostLink(String room) {
        return link(get(room), "start_url");
    }

    /** Whether Zoom knows that meeting. */
    private boolean there(BiFunction<RestClient, String, ?> act) {
        try {
            zoom.ask(act);
            return true;
        } catch (Failed failure) {
            if (failure.getCause() instanceof HttpClientErrorException.NotFound) {
                return false;
            }
            throw failure;
        }
    }

    private List<JsonNode> list(String host) {
        var meetings = new ArrayList<JsonNode>();
        var next = "";
        for (var page = 0; page < MOST_PAGES && (page == 0 || !next.isEmpty()); page++) {
            var from = next;
            var answer = zoom.ask((http, who) -> http.get()
                .uri("/users/{host}/meetings?type=scheduled&page_size=300&next_page_token={from}", host, from)
                .header(HttpHeaders.AUTHORIZATION, who)
                .retrieve()
                .body(JsonNode.class));
            if (answer == null || !answer.path("meetings").isArray()) {
                throw new Failed("Zoom gave no list", null, null);
            }
            answer.path("meetings").forEach(meetings::add);
            next = answer.path("next_page_token").asString("");
        }
        return meetings;
    }

    private JsonNode get(String id) {
        return zoom.ask((http, who) -> http.get()
            .uri("/meetings/{id}", id)
            .header(HttpHeaders.AUTHORIZATION, who)
            .retrieve()
            .body(JsonNode.class));
    }

    private static Map<String, Object> body(Session session) {
        return new HashMap<>(Map.of("start_time", session.time().start().toString(), "timezone", "UTC", "duration",
                session.time().length().toMinutes()));
    }

    private static String mark(Session session) {
        return "MentorMatch " + session.booking();
    }

    private static Room room(JsonNode meeting) {
        var id = meeting == null ? "" : meeting.path("id").asString("");
        if (!id.matches("\\d{1,20}")) {
            throw new Failed("Zoom named no meeting", null, null);
        }
        var passcode = meeting.path("password").asString("");
        try {
            return new Room(id, link(meeting, "join_url"), passcode.isEmpty() ? null : passcode,
                    Instant.parse(meeting.path("start_time").asString("")));
        } catch (DateTimeException unreadable) {
            throw new Failed("Zoom gave no time", null, unreadable);
        }
    }

    private static URI link(JsonNode meeting, String name) {
        var link = meeting == null ? "" : meeting.path(name).asString("");
        if (!link.matches("https?://[\\w.~:/?#@!$&'()*+,;=%-]{1,4000}")) {
            throw new Failed("Zoom gave no link", null, null);
        }
        return URI.create(link);
    }

    /** At most ten of Zoom's letters, none that is taken for another. */
    private static String passcode() {
        return RANDOM.ints(8, 0, LETTERS.length())
            .mapToObj(at -> String.valueOf(LETTERS.charAt(at)))
            .collect(Collectors.joining());
    }
}
