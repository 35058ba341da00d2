package com.mentormatch.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What was measured: scenarios as soon as they are, and in the end a table of figures. */
final class Report {

    private final List<String> rows = new ArrayList<>();

    void scenarios(Map<String, List<Sample>> samples) {
        System.out.println();
        samples.forEach((name, all) -> System.out.printf("%-12s %8.3f ms CPU a request %10.0f requests/s%n", name,
                median(all.stream().mapToDouble(Sample::cpuMillis).toArray()),
                median(all.stream().mapToDouble(Sample::perSecond).toArray())));
        System.out.println();
    }

    void add(Ratio ratio, Map<String, List<Sample>> samples) {
        add(ratio.figure(), ratio.metric(), "%.2f", ratio.target(), ratio.rounds(samples));
    }

    /** @param format of each number */
    void add(String figure, String metric, String format, String target, double... measured) {
        var sorted = measured.clone();
        Arrays.sort(sorted);
        var spread = format + "–" + format;
        rows.add(("| %s | %s | " + format + " | " + spread + " | %s |").formatted(figure, metric, median(sorted),
                sorted[0], sorted[sorted.length - 1], target));
    }

    void print() {
        System.out.printf("%n| | metric | median | lowest–highest | target |%n|---|---|---|---|---|%n");
        rows.forEach(System.out::println);
    }

    static double median(double[] figures) {
        var sorted = figures.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
