package com.mentormatch.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Prints samples and what follows from them. */
final class Table {

    private final Map<String, List<Sample>> samples;

    Table(Map<String, List<Sample>> samples) {
        this.samples = samples;
    }

    void scenarios() {
        samples.forEach((name, all) -> System.out.printf("%-12s %8.3f ms CPU a request %10.0f requests/s%n", name,
                median(all.stream().mapToDouble(Sample::cpuMillis).toArray()),
                median(all.stream().mapToDouble(Sample::perSecond).toArray())));
        System.out.printf("%n| | metric | median | lowest–highest | target |%n|---|---|---|---|---|%n");
    }

    void ratio(String name, String metric, String scenario, String divisor, ToDoubleFunction<Sample> figure,
            String target) {
        var above = samples.get(scenario);
        var below = samples.get(divisor);
        var ratios = IntStream.range(0, above.size())
            .mapToDouble(round -> figure.applyAsDouble(above.get(round)) / figure.applyAsDouble(below.get(round)))
            .sorted()
            .toArray();
        System.out.printf("| %s | %s | %.2f | %.2f–%.2f | %s |%n", name, metric, median(ratios), ratios[0],
                ratios[ratios.length - 1], target);
    }

    private static double median(double[] figures) {
        var sorted = figures.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
