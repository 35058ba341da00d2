package com.mentormatch.mentor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VocabularyTests {

    private static final TreeMap<String, Integer> WORDS = new TreeMap<>(
            Map.of("javascript", 9, "java", 20, "kafka", 2, "thesis", 5, "theses", 1, "go", 7, "marie", 3, "maria", 8));

    @ParameterizedTest
    @CsvSource({"jvaa,java", "javscript,javascript", "javasrcipt,javascript", "thesiss,thesis", "kafak,kafka",
            "marix,maria"})
    void guessesTheNearestAndOfEquallyNearTheMostCommon(String typed, String meant) {
        assertThat(Vocabulary.nearest(typed, WORDS)).hasValue(meant);
    }

    @ParameterizedTest
    @CsvSource({"java", "javas", "the", "xy", "gp", "quantum", "kaf"})
    void leavesAloneWhatIsKnownOrLikeNothing(String typed) {
        assertThat(Vocabulary.nearest(typed, WORDS)).isEqualTo(Optional.empty());
    }

    @Test
    void countsSlips() {
        assertThat(Slips.between("kitten", "sitting")).isEqualTo(3);
        assertThat(Slips.between("form", "from")).isEqualTo(1);
        assertThat(Slips.between("", "abc")).isEqualTo(3);
        assertThat(Slips.between("same", "same")).isZero();
    }
}
