package com.mentormatch.bench;

import com.mentormatch.sandbox.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One command that prints every figure. This process only asks and counts; the database, the product and the bare
 * server are processes of their own, so that what they use of the processor can be told apart.
 *
 * <p>Each ratio is made within a round of its scenarios. Printed is the median over the rounds with the lowest and the
 * highest. Figures that fail are told of, and the others still measured.
 */
public final class Bench {

    private final Only only = Only.given();
    private final Report report = new Report();
    private boolean failed;

    private Bench() {}

    public static void main(String[] arguments) {
        var bench = new Bench();
        try {
            bench.run();
        } catch (Exception e) {
            bench.tell(e);
        }
        // The database would keep the process alive.
        System.exit(bench.failed ? 1 : 0);
    }

    private void run() throws IOException, InterruptedException {
        var size = Size.of(Double.parseDouble(System.getProperty("bench.scale", "1")));
        var home = Path.of("bench", ".data", size.name()).toAbsolutePath();
        Files.createDirectories(home);
        var database = database(home);
        var product = Child.java(Product.class, home.resolve("product.log"),
                Product.arguments(Place.PRODUCT_PORT, database, size));
        var place = new Place(size, home, database, product);
        try (product) {
            product.awaitOk(Place.SITE + "/bench/ready");
            measure(new PageFigures(place), new BookingFigures(place), new CollisionFigures(place),
                    new NoticeFigures(place));
        }
        measure(new ImageFigures(place), new EngineFigures(), new Growth(place));
        System.out.printf("%n%s%n", size);
        report.print();
    }

    private static String database(Path home) {
        var given = System.getenv("BENCH_DATABASE_URL");
        return given == null || given.isBlank() ? EmbeddedDatabase.keptIn(home.resolve("database")).url() : given;
    }

    private void measure(Figures... all) {
        for (var figures : List.of(all)) {
            if (only.any(figures.names())) {
                try {
                    figures.measure(only, report);
                } catch (Exception e) {
                    tell(e);
                }
            }
        }
    }

    private void tell(Exception e) {
        failed = true;
        e.printStackTrace();
    }
}
