package com.mentormatch.sandbox.zoom;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mentormatch.sandbox.stripe.Html;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** What there is at Zoom, and buttons for what can go wrong. */
final class ControlPage implements HttpHandler {

    private final ZoomStandIn zoom;

    ControlPage(ZoomStandIn zoom) {
        this.zoom = zoom;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) {
            Html.page(exchange, 200, "Zoom stand-in", "wide", main());
            return;
        }
        var form = Arrays.stream(new String(exchange.getRequestBody().readAllBytes(), UTF_8).split("&"))
            .map(pair -> pair.split("=", 2))
            .filter(pair -> pair.length == 2)
            .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
        act(form);
        Html.redirect(exchange, "/control");
    }

    private void act(Map<String, String> form) {
        if (form.containsKey("fault")) {
            zoom.faults()
                .failNext(Call.valueOf(form.get("call")), Fault.valueOf(form.get("fault")),
                        Integer.parseInt(form.get("times")));
        } else {
            zoom.faults().clear();
        }
    }

    private String main() {
        var planned = zoom.faults()
            .planned()
            .stream()
            .map(plan -> plan.fault() + " on " + plan.call() + " × " + plan.times())
            .collect(Collectors.joining(", "));
        return """
                <span class="mode">STAND-IN</span><h1>Zoom stand-in</h1><p>%s · %s</p>
                <section class="card"><form method="post" class="row">
                <label>Fail <select name="fault">%s</select></label><label>at <select name="call">%s</select></label>
                <label>times <input name="times" type="number" min="1" value="1"></label><button>Switch on</button></form>
                <form method="post"><input type="hidden" name="well" value="yes"><button class="go">Make all well again</button></form></section>
                <h2>Meetings</h2><div class="scroll"><table><tr><th>Meeting<th>Topic<th>When<th>Host</tr>%s</table></div>
                """
            .formatted(zoom.now(), planned.isEmpty() ? "all is well" : planned, options(Fault.values()),
                    options(Call.values()), zoom.table());
    }

    private static String options(Object[] values) {
        return Arrays.stream(values).map(value -> "<option>" + value + "</option>").collect(Collectors.joining());
    }
}
