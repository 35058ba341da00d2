package com.mentormatch.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Each round asks every scenario for the same length of time, one after the other, so a machine that is slow for a
 * minute is slow for all of them.
 */
final class Rounds {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 9);
    private static final long SLICE_MILLIS = Long.getLong("bench.slice", 2_500);

    /** For each scenario: templates are four times as fast after some thousand pages as they are after some hundred. */
    private static final long WARM_UP_MILLIS = Long.getLong("bench.warm-up", 12_000);

    private Rounds() {}

    /** Measures those ratios, with the scenarios it takes for them and no others. */
    static Map<String, List<Sample>> measure(List<Scenario> scenarios, List<Ratio> ratios, Cpu cpu, Report report)
            throws InterruptedException {
        var needed = ratios.stream().flatMap(Ratio::scenarios).collect(Collectors.toSet());
        var samples = run(scenarios.stream().filter(scenario -> needed.contains(scenario.name())).toList(), cpu);
        report.scenarios(samples);
        ratios.forEach(ratio -> report.add(ratio, samples));
        return samples;
    }

    private static Map<String, List<Sample>> run(List<Scenario> scenarios, Cpu cpu) throws InterruptedException {
        for (var time = 0; time < 2; time++) {
            for (var scenario : scenarios) {
                Load.run(scenario, WARM_UP_MILLIS / 2);
            }
        }
        var samples = new LinkedHashMap<String, List<Sample>>();
        for (var round = 0; round < ROUNDS; round++) {
            for (var scenario : scenarios) {
                var before = cpu.ticks();
                var answers = Load.run(scenario, SLICE_MILLIS);
                samples.computeIfAbsent(scenario.name(), _ -> new ArrayList<>())
                    .add(Sample.of(answers, cpu.ticks() - before, SLICE_MILLIS));
            }
            System.out.printf("round %d of %d%n", round + 1, ROUNDS);
        }
        return samples;
    }
}
