package com.mentormatch.mentor;

import java.util.LinkedHashMap;
import java.util.Map;

/** The words of one profile, each with the weight of the best place it stands in. */
final class WordWeights {

    static final int NAME = 4;
    static final int SKILL = 3;
    static final int HEADLINE = 2;
    static final int TEXT = 1;

    /** Nobody writes that many different words without meaning to be found by all of them. */
    private static final int MOST = 1500;

    private final Map<String, Integer> weights = new LinkedHashMap<>();

    /** The weightiest places first: they are the ones that must not be cut off. */
    WordWeights add(String text, int weight) {
        for (var word : Words.of(text)) {
            if (weights.size() < MOST) {
                weights.merge(word, weight, Math::max);
            }
        }
        return this;
    }

    Map<String, Integer> weights() {
        return weights;
    }
}
