package com.mentormatch.mentor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTests {

    @Test
    void foldsAccentsAndCase() {
        assertThat(Words.key("José María  O'Brien-Łoś")).isEqualTo("jose maria o brien los");
        assertThat(Words.key("Straße")).isEqualTo("strasse");
    }

    @Test
    void keepsLanguagesApartThatDifferByASign() {
        assertThat(Words.key("C++")).isEqualTo("cpp");
        assertThat(Words.key("C#")).isEqualTo("csharp");
        assertThat(Words.key("ASP.NET")).isEqualTo("asp dotnet");
    }

    @Test
    void indexesShortWordsInAFormLongEnough() {
        assertThat(Words.indexed(Stream.of("Go and UX", "go"))).isEqualTo("xxgo and xxux");
        assertThat(Words.asked("go")).isEqualTo("+(xxgo go*)");
    }

    @Test
    void asksForEveryWordButTheOnesNoIndexKeeps() {
        assertThat(Words.asked("help with the Thesis")).isEqualTo("+help* +thesis*");
        assertThat(Words.asked("the with")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+", "-java", "\"open", "(((", "~*@<>", "java*", "@5", "' OR 1=1 --", "\\", "%_", "\u0000",
            "💥"})
    void operatorsNeverReachTheQuery(String typed) {
        assertThat(Words.asked(typed))
            .matches("(\\+[\\p{L}\\p{N}]+\\*|\\+\\(xx[\\p{L}\\p{N}]+ [\\p{L}\\p{N}]+\\*\\)| )*");
    }

    @Test
    void cutsWhatIsTooLong() {
        assertThat(Words.asked("x".repeat(500))).hasSize(42);
        assertThat(Words.asked("one two three four five six seven eight nine ten").split(" ")).hasSize(8);
    }
}
