package com.mentormatch.bench;

import static com.mentormatch.bench.Place.SITE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** T1 and M1: how fast the image starts, and how much memory it takes. */
final class ImageFigures implements Figures {

    private static final int STARTS = Integer.getInteger("bench.starts", 5);
    private static final long MIXED_MILLIS = Long.getLong("bench.mixed", 30_000);
    private static final String FIRST_PAGE = SITE + "/mentors";

    private final Place place;

    ImageFigures(Place place) {
        this.place = place;
    }

    @Override
    public Set<String> names() {
        return Set.of("T1", "M1");
    }

    @Override
    public void measure(Only only, Report report) throws IOException, InterruptedException {
        var image = Packaged.make(place);
        if (only.wants("T1")) {
            var ratios = new ArrayList<Double>();
            for (var number = 0; number < STARTS; number++) {
                var plain = secondsToStart(image, false);
                var cached = secondsToStart(image, true);
                System.out.printf("started in %.1f s, with the cache in %.1f s%n", plain, cached);
                ratios.add(cached / plain);
            }
            report.add("T1", "start to first page, AOT cache ÷ without", "%.2f", "≤ 0.45", array(ratios));
        }
        if (only.wants("M1")) {
            weigh(image, report);
        }
    }

    private double secondsToStart(Packaged image, boolean cached) throws IOException, InterruptedException {
        var from = System.nanoTime();
        try (var product = image.start(cached, log())) {
            product.awaitOk(FIRST_PAGE);
            return (System.nanoTime() - from) / 1e9;
        }
    }

    private void weigh(Packaged image, Report report) throws IOException, InterruptedException {
        try (var product = image.start(true, log())) {
            product.awaitOk(FIRST_PAGE);
            var mentor = Person.signIn(SITE, Size.USUAL_EMAIL);
            var pages = List.of(Http.visitor(SITE + "/").build(), Http.visitor(FIRST_PAGE).build(),
                    Http.visitor(FIRST_PAGE + "?q=leadership&skill=Java&currency=EUR&to=90").build(),
                    Http.visitor(FIRST_PAGE + "/" + Size.USUAL).build(), mentor.asks(SITE + "/home").build(),
                    mentor.asks(SITE + "/bookings?as=MENTOR&show=PAST").build(),
                    mentor.asks(SITE + "/mentor/availability").build());
            var number = new AtomicInteger();
            Load.run(new Scenario("M1", "pages in turn", Scenario.WRITERS,
                    () -> Http.send(pages.get(number.getAndIncrement() % pages.size()), 200)), MIXED_MILLIS);
            report.add("M1", "resident memory after mixed load, MB", "%.0f", "≤ 350", megabytes(product, "VmRSS"));
            report.add("M1", "of it pages of files, the AOT cache among them, MB", "%.0f", "",
                    megabytes(product, "RssFile"));
        }
    }

    private static double megabytes(Child process, String of) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))
            .stream()
            .filter(line -> line.startsWith(of + ":"))
            .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
            .findFirst()
            .orElseThrow();
    }

    private Path log() {
        return place.home().resolve("image.log");
    }

    private static double[] array(List<Double> figures) {
        return figures.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
