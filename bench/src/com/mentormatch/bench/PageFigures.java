package com.mentormatch.bench;

import static com.mentormatch.bench.Place.BARE;
import static com.mentormatch.bench.Place.SITE;
import static com.mentormatch.bench.Scenario.page;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Set;

/** B1 to B3, P1, P2, P4 and H1: pages, against the same queries sent bare. */
final class PageFigures implements Figures {

    private static final String MENTORS = SITE + "/mentors";
    private static final String HOME = SITE + "/home";
    private static final String FILTERS = "&skill=Java&skill=Databases&currency=EUR&from=10&to=90";

    private static final List<Ratio> RATIOS = List.of(
            new Ratio("B1", "CPU ÷ bare", "B1", "B1 bare", Sample::cpuMillis, "≤ 1.6"),
            new Ratio("B2", "CPU ÷ B1, filters", "B2 filters", "B1", Sample::cpuMillis, "≤ 1.5"),
            new Ratio("B2", "CPU ÷ B1, filters and a word everybody has", "B2 common", "B1", Sample::cpuMillis, ""),
            new Ratio("B2", "CPU ÷ B1, deep page", "B2 deep", "B1", Sample::cpuMillis, "0.9 to 1.1"),
            new Ratio("B3", "requests/s ÷ empty answer", "B3", "B3 empty", Sample::perSecond, "≥ 0.5"),
            new Ratio("P1", "CPU ÷ bare", "P1", "P1 bare", Sample::cpuMillis, "≤ 1.8"),
            new Ratio("P2", "CPU ÷ P1", "P2", "P1", Sample::cpuMillis, "≤ 1.1"),
            new Ratio("P4", "CPU ÷ P1", "P4", "P1", Sample::cpuMillis, "≤ 2"),
            new Ratio("H1", "CPU ÷ bare", "H1", "H1 bare", Sample::cpuMillis, "≤ 2"));

    private final Place place;

    PageFigures(Place place) {
        this.place = place;
    }

    @Override
    public Set<String> names() {
        return Ratio.figures(RATIOS);
    }

    @Override
    public void measure(Only only, Report report) throws IOException, InterruptedException {
        var usual = Person.signIn(SITE, Size.USUAL_EMAIL);
        var busy = Person.signIn(SITE, Size.BUSY_EMAIL);
        var scenarios = scenarios(usual);
        record("browse", Http.visitor(MENTORS));
        record("profile", Http.visitor(MENTORS + "/" + Size.USUAL));
        var queries = new double[]{record("home", usual.asks(HOME)), record("busy-home", busy.asks(HOME))};
        try (var bare = Child.java(Bare.class, place.home().resolve("bare.log"),
                List.of(String.valueOf(Place.BARE_PORT), place.database(), place.home().toString(), "browse", "profile",
                        "home"))) {
            bare.awaitOk(BARE + "/ready");
            var samples = Rounds.measure(scenarios, only.of(RATIOS), new Cpu(place.product().pid(), bare.pid()), report);
            Growth.note(place, samples);
        }
        if (only.wants("H1")) {
            report.add("H1", "queries, of one with ten and one with %,d sessions".formatted(place.size().busyPast()),
                    "%.0f", "≤ 6", queries);
        }
    }

    /** @return how many statements it takes */
    private int record(String name, HttpRequest.Builder request) throws IOException, InterruptedException {
        Http.send(request.build(), 200);
        Http.send(request.build(), 200);
        return Recordings.ask(request, place.home().resolve(name)).statements().size();
    }

    private List<Scenario> scenarios(Person usual) throws IOException, InterruptedException {
        var deep = Pages.deep(MENTORS, place.size().deepPage());
        return List.of(page("B1", "browse, first page", get(MENTORS)),
                page("B1 bare", "the same rows and size", get(BARE + "/browse")),
                page("B2 filters", "a word a quarter has, two skills, price", get(MENTORS + "?q=leadership" + FILTERS)),
                page("B2 common", "a word everybody has, two skills, price", get(MENTORS + "?q=plans" + FILTERS)),
                page("B2 deep", "page " + place.size().deepPage(), get(deep)),
                new Scenario("B3", "browse, unchanged", Scenario.READERS, new Unchanged(MENTORS)),
                page("B3 empty", "an empty answer", get(SITE + "/bench/empty")),
                page("P1", "profile with a month of slots", get(MENTORS + "/" + Size.USUAL)),
                page("P1 bare", "the same rows and size", get(BARE + "/profile")),
                page("P2", "the mentor with the long past", get(MENTORS + "/" + Size.BUSY)),
                page("P4", "next free time of 20 mentors", get(SITE + "/bench/next-free")),
                page("H1", "a mentor's home", usual.asks(HOME).build()),
                page("H1 bare", "the same rows and size", get(BARE + "/home")));
    }

    private static HttpRequest get(String url) {
        return Http.visitor(url).build();
    }
}
