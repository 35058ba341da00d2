package com.mentormatch.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which figures are wanted: {@code -Dbench.only=K1,K2}, else all.
 *
 * @param names empty for all
 */
record Only(Set<String> names) {

    static Only given() {
        return new Only(Arrays.stream(System.getProperty("bench.only", "").split(","))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toSet()));
    }

    boolean wants(String figure) {
        return names.isEmpty() || names.contains(figure);
    }

    List<Ratio> of(List<Ratio> ratios) {
        return ratios.stream().filter(ratio -> wants(ratio.figure())).toList();
    }

    boolean any(Collection<String> figures) {
        return figures.stream().anyMatch(this::wants);
    }
}
