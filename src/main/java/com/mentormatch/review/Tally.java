package com.mentormatch.review;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** How many reviews of each kind there are: first those of one star, last those of five. */
record Tally(int[] counts) {

    int total() {
        return Arrays.stream(counts).sum();
    }

    long stars() {
        return IntStream.range(0, counts.length).mapToLong(at -> (at + 1L) * counts[at]).sum();
    }

    /** Five stars first. */
    List<Bar> bars() {
        var most = Math.max(1, Arrays.stream(counts).max().orElse(0));
        return IntStream.iterate(counts.length, stars -> stars > 0, stars -> stars - 1)
            .mapToObj(stars -> new Bar(stars, counts[stars - 1], 100 * counts[stars - 1] / most))
            .toList();
    }
}
