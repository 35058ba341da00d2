package com.mentormatch.bench;

import com.mentormatch.sandbox.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;

/**
 * One command that prints every figure. This process only asks and counts; the database, the product and the bare
 * server are processes of their own, so that what they use of the processor can be told apart.
 *
 * <p>Each round asks every scenario for the same length of time, one after the other, and each ratio is made within a
 * round, so a machine that is slow for a minute is slow for both. Printed is the median over the rounds with the lowest
 * and the highest.
 */
public final class Bench {

    private static final int PRODUCT_PORT = 18080;
    private static final int BARE_PORT = 18081;
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 9);
    private static final long SLICE_MILLIS = Long.getLong("bench.slice", 2_500);
    private static final long WARM_UP_MILLIS = Long.getLong("bench.warm-up", 20_000);

    private Bench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException, RunnerException {
        try {
            run();
        } catch (RuntimeException failed) {
            // The database would keep the process alive.
            failed.printStackTrace();
            System.exit(1);
        }
        System.exit(0);
    }

    private static void run() throws IOException, InterruptedException, RunnerException {
        var size = Size.of(Double.parseDouble(System.getProperty("bench.scale", "1")));
        var home = Path.of("bench", ".data", size.name()).toAbsolutePath();
        Files.createDirectories(home);
        var database = database(home);
        try (var product = Child.start(Product.class, home.resolve("product.log"), Product.arguments(PRODUCT_PORT,
                database, size))) {
            product.awaitOk("http://127.0.0.1:" + PRODUCT_PORT + "/bench/ready");
            var scenarios = scenarios(size);
            Recordings.ask(scenarios, home);
            try (var bare = Child.start(Bare.class, home.resolve("bare.log"),
                    List.of(String.valueOf(BARE_PORT), database, home.toString()))) {
                bare.awaitOk("http://127.0.0.1:" + BARE_PORT + "/ready");
                var cpu = new Cpu(product.pid(), bare.pid());
                print(size, rounds(scenarios, cpu));
            }
        }
        EngineBench.run();
    }

    private static String database(Path home) {
        var given = System.getenv("BENCH_DATABASE_URL");
        return given == null || given.isBlank() ? EmbeddedDatabase.keptIn(home.resolve("database")).url() : given;
    }

    private static List<Scenario> scenarios(Size size) {
        var product = "http://127.0.0.1:" + PRODUCT_PORT;
        var bare = "http://127.0.0.1:" + BARE_PORT + "/";
        var deep = Pages.deep(product + "/mentors", size.deepPage());
        var unchanged = Pages.etag(product + "/mentors");
        var filters = "&skill=Java&skill=Databases&currency=EUR&from=10&to=90";
        return List.of(new Scenario("B1", "browse, first page", product + "/mentors", Map.of()),
                new Scenario("B1 bare", "the same rows and size", bare + "browse", Map.of()),
                new Scenario("B2 filters", "a word a quarter has, two skills, price",
                        product + "/mentors?q=leadership" + filters, Map.of()),
                new Scenario("B2 common", "a word everybody has, two skills, price",
                        product + "/mentors?q=plans" + filters, Map.of()),
                new Scenario("B2 deep", "page " + size.deepPage(), product + deep, Map.of()),
                new Scenario("B3", "browse, unchanged", product + "/mentors", unchanged),
                new Scenario("B3 empty", "an empty answer", product + "/bench/empty", Map.of()),
                new Scenario("P1", "profile with a month of slots", product + "/mentors/" + Size.USUAL, Map.of()),
                new Scenario("P1 bare", "the same rows and size", bare + "profile", Map.of()),
                new Scenario("P2", "the mentor with the long past", product + "/mentors/" + Size.BUSY, Map.of()),
                new Scenario("P4", "next free time of 20 mentors", product + "/bench/next-free", Map.of()));
    }

    private static Map<String, List<Sample>> rounds(List<Scenario> scenarios, Cpu cpu) throws InterruptedException {
        var load = new Load();
        for (var scenario : scenarios) {
            load.run(scenario, WARM_UP_MILLIS / scenarios.size());
            load.run(scenario, WARM_UP_MILLIS / scenarios.size());
        }
        var samples = new LinkedHashMap<String, List<Sample>>();
        for (var round = 0; round < ROUNDS; round++) {
            for (var scenario : scenarios) {
                var before = cpu.ticks();
                var answers = load.run(scenario, SLICE_MILLIS);
                samples.computeIfAbsent(scenario.name(), _ -> new ArrayList<>())
                    .add(Sample.of(answers, cpu.ticks() - before, SLICE_MILLIS));
            }
            System.out.printf("round %d of %d%n", round + 1, ROUNDS);
        }
        return samples;
    }

    private static void print(Size size, Map<String, List<Sample>> samples) {
        var table = new Table(samples);
        System.out.printf("%n%s%n%n", size);
        table.scenarios();
        table.ratio("B1", "CPU ÷ bare", "B1", "B1 bare", Sample::cpuMillis, "≤ 1.6");
        table.ratio("B2", "CPU ÷ B1, filters", "B2 filters", "B1", Sample::cpuMillis, "≤ 1.5");
        table.ratio("B2", "CPU ÷ B1, filters and a word everybody has", "B2 common", "B1", Sample::cpuMillis, "");
        table.ratio("B2", "CPU ÷ B1, deep page", "B2 deep", "B1", Sample::cpuMillis, "0.9 to 1.1");
        table.ratio("B3", "requests/s ÷ empty answer", "B3", "B3 empty", Sample::perSecond, "≥ 0.5");
        table.ratio("P1", "CPU ÷ bare", "P1", "P1 bare", Sample::cpuMillis, "≤ 1.8");
        table.ratio("P2", "CPU ÷ P1", "P2", "P1", Sample::cpuMillis, "≤ 1.1");
        table.ratio("P4", "CPU ÷ P1", "P4", "P1", Sample::cpuMillis, "≤ 2");
    }
}
