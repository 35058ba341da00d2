package com.mentormatch.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * G1: what a request costs beside what it cost the last time with a tenth of the data. Each size has a run of its own,
 * so what they cost is kept beside the data.
 */
final class Growth implements Figures {

    private static final List<String> SCENARIOS = List.of("B1", "P1", "K1", "H1");

    private final Place place;

    Growth(Place place) {
        this.place = place;
    }

    @Override
    public Set<String> names() {
        return Set.of("G1");
    }

    /** Keeps the median of those of them that were measured. */
    static void note(Place place, Map<String, List<Sample>> samples) throws IOException {
        var file = file(place.home());
        var costs = read(file);
        for (var name : SCENARIOS) {
            if (samples.containsKey(name)) {
                var millis = samples.get(name).stream().mapToDouble(Sample::cpuMillis).toArray();
                costs.setProperty(name, String.valueOf(Report.median(millis)));
            }
        }
        try (var out = Files.newBufferedWriter(file)) {
            costs.store(out, "ms of CPU a request");
        }
    }

    @Override
    public void measure(Only only, Report report) throws IOException {
        var here = read(file(place.home()));
        var tenth = read(file(place.home().resolveSibling(Size.name(place.size().mentors() / 10))));
        for (var name : SCENARIOS) {
            if (here.containsKey(name) && tenth.containsKey(name)) {
                report.add("G1", name + " ÷ the same with a tenth of the data", "%.2f", "≤ 1.15",
                        Double.parseDouble(here.getProperty(name)) / Double.parseDouble(tenth.getProperty(name)));
            }
        }
    }

    private static Path file(Path home) {
        return home.resolve("costs.properties");
    }

    private static Properties read(Path file) throws IOException {
        var costs = new Properties();
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                costs.load(in);
            }
        }
        return costs;
    }
}
