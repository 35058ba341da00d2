package com.mentormatch.bench;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A figure that is one scenario beside another, made within each round. */
record Ratio(String figure, String metric, String scenario, String divisor, ToDoubleFunction<Sample> of,
        String target) {

    static Set<String> figures(List<Ratio> ratios) {
        return ratios.stream().map(Ratio::figure).collect(Collectors.toSet());
    }

    Stream<String> scenarios() {
        return Stream.of(scenario, divisor);
    }

    double[] rounds(Map<String, List<Sample>> samples) {
        var above = samples.get(scenario);
        var below = samples.get(divisor);
        return IntStream.range(0, above.size())
            .mapToDouble(round -> of.applyAsDouble(above.get(round)) / of.applyAsDouble(below.get(round)))
            .toArray();
    }
}
