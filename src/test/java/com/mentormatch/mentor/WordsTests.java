package com.mentormatch.mentor;

import static org.assertj.core.api.Assertions.assertThat;

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
    void keepsWordsOfOneAndTwoLetters() {
        assertThat(Words.of("Go and UX, go! R, AI, C#, C")).containsExactly("go", "and", "ux", "r", "ai", "csharp",
                "c");
        assertThat(Words.pattern("go")).isEqualTo("go%");
        assertThat(Words.pattern("r")).isEqualTo("r");
    }

    @Test
    void asksForEveryWordButTheOnesThatSayNothing() {
        assertThat(Words.asked("help with the Thesis")).containsExactly("help", "thesis");
        assertThat(Words.asked("the with")).isEmpty();
        assertThat(Words.asked("IT")).containsExactly("it");
    }

    @Test
    void cutsScriptsWithoutSpacesIntoPairs() {
        assertThat(Words.of("数学教育 x")).containsExactly("数学", "学教", "教育", "x");
        assertThat(Words.asked("教")).containsExactly("教");
        assertThat(Words.pattern("教")).isEqualTo("教%");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+", "-java", "\"open", "(((", "~*@<>", "java*", "@5", "' OR 1=1 --", "\\", "%_", "\u0000",
            "💥", "\uD83D"})
    void patternsNeverReachTheQuery(String typed) {
        assertThat(Words.asked(typed)).allMatch(word -> word.matches("[\\p{L}\\p{N}]+"));
    }

    @Test
    void cutsWhatIsTooLong() {
        assertThat(Words.asked("x".repeat(500))).containsExactly("x".repeat(40));
        assertThat(Words.asked("one two three four five six seven eight nine ten")).hasSize(8);
    }
}
