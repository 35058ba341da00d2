package com.mentormatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What becomes of a form with a field that is not what its component is. */
@PagesOnly
@Import({UnreadableForms.class, UnreadableFormsTests.Door.class})
class UnreadableFormsTests {

    public record Wish(@NotNull Integer number, LocalDate day, @NotBlank String words, UUID token, int version) {}

    @RestController
    static class Door {

        private final MessageSource messages;

        Door(MessageSource messages) {
            this.messages = messages;
        }

        @PostMapping("/wishes")
        ResponseEntity<String> send(@Valid @ModelAttribute("wish") Wish wish, BindingResult errors) {
            var said = errors.getFieldErrors()
                .stream()
                .map(error -> error.getField() + "=" + errors.getFieldValue(error.getField()) + ": "
                        + messages.getMessage(error, Locale.ENGLISH))
                .sorted()
                .collect(Collectors.joining("\n"));
            return ResponseEntity.status(errors.hasErrors() ? 422 : 200).body(wish + "\n" + said);
        }

        @PostMapping("/wishes/strict")
        String strict(@Valid @ModelAttribute("wish") Wish wish) {
            return wish.toString();
        }
    }

    @Autowired
    MockMvcTester mvc;

    @Test
    void whatIsRightArrives() {
        assertThat(send("/wishes", "12", "2026-03-31", "hello", "1")).hasStatusOk()
            .bodyText()
            .startsWith("Wish[number=12, day=2026-03-31, words=hello");
    }

    @Test
    void whatSomebodyTypedWrongIsSaidAtItsFieldAndKept() {
        assertThat(send("/wishes", "a dozen", "tomorrow", "hello", "1")).hasStatus(422)
            .bodyText()
            .startsWith("Wish[number=null, day=null, words=hello")
            .endsWith("\nday=tomorrow: Enter a date.\nnumber=a dozen: Enter a whole number.");
    }

    @Test
    void theOtherFieldsAreCheckedAllTheSame() {
        assertThat(send("/wishes", "9999999999", "", "", "1")).hasStatus(422)
            .bodyText()
            .endsWith("\nnumber=9999999999: Enter a whole number.\nwords=: Please fill this in.");
    }

    @Test
    void whatNobodyTypesIsABadRequest() {
        assertThat(send("/wishes", "12", "", "hello", "one")).hasStatus(400);
        assertThat(send("/wishes", "a dozen", "", "hello", "one")).hasStatus(400);
        assertThat(mvc.post().uri("/wishes?number=1&words=x&version=1&token=none")).hasStatus(400);
        assertThat(send("/wishes/strict", "a dozen", "", "hello", "1")).hasStatus(400);
    }

    private MvcTestResult send(String door, String number, String day, String words, String version) {
        return mvc.post()
            .uri(door)
            .param("number", number)
            .param("day", day)
            .param("words", words)
            .param("version", version)
            .exchange();
    }
}
