package com.mentormatch.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTests {

    @ParameterizedTest
    @CsvSource({"jo@example.com, jo@example.com", "'  Jo@Example.COM ', jo@example.com",
            "jo.ward+mentor@mail.example.co.uk, jo.ward+mentor@mail.example.co.uk",
            "JO@BÜCHER.example, jo@xn--bcher-kva.example", "o'hara@example.com, o'hara@example.com",
            "josé@example.com, josé@example.com"})
    void hasOneSpelling(String typed, String kept) {
        assertThat(EmailAddress.parse(typed)).map(EmailAddress::value).hasValue(kept);
    }

    @Test
    void tellsAccentsApartAndComposesThem() {
        assertThat(EmailAddress.parse("jose\u0301@example.com")).isEqualTo(EmailAddress.parse("josé@example.com"));
        assertThat(EmailAddress.parse("jose@example.com")).isNotEqualTo(EmailAddress.parse("josé@example.com"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "jo", "jo@", "@example.com", "jo@example", "jo@@example.com", "jo@a@example.com",
            "a@example.com, b@example.com", "a@example.com;b@example.com", "Jo <jo@example.com>", "<jo@example.com>",
            "\"jo ward\"@example.com", "jo(comment)@example.com", "jo@[127.0.0.1]", "jo@127.0.0.1", "jo@exam ple.com",
            "jo@example.com\r\nBcc: all@example.com", "jo@example.com\nx", "jo\u0000@example.com", "jo@example..com",
            "jo@.example.com", "jo@example.com.", "jo..ward@example.com", ".jo@example.com", "jo.@example.com",
            "jo@-example.com", "jo@exa_mple.com", "jo\u202Emoc@example.com", "group:jo@example.com;", "jo@localhost"})
    void refusesWhatIsNotOneAddress(String typed) {
        assertThat(EmailAddress.parse(typed)).isEmpty();
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThat(EmailAddress.parse("a".repeat(65) + "@example.com")).isEmpty();
        assertThat(EmailAddress.parse("a@" + "b".repeat(60).concat(".").repeat(5) + "com")).isEmpty();
        assertThat(EmailAddress.parse(null)).isEmpty();
    }
}
