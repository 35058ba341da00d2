package com.mentormatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Every component in every state, to look at: the pages end in {@code target/gallery}. Served beside {@code /assets} by
 * any file server they look as in the product.
 */
@PagesOnly
@Import(GalleryTests.Gallery.class)
class GalleryTests {

    @Autowired
    MockMvcTester mvc;

    @ParameterizedTest
    @ValueSource(strings = {"components", "forms"})
    void everyComponentRenders(String page) throws IOException {
        var answer = mvc.get()
            .uri("/gallery/" + page + "?email=nobody&zone=America/New_York")
            .accept(MediaType.TEXT_HTML)
            .exchange();
        assertThat(answer).hasStatusOk().bodyText().doesNotContain("??", " style=", "onclick=");
        var folder = Files.createDirectories(Path.of("target/gallery"));
        Files.write(folder.resolve(page + ".html"), answer.getMvcResult().getResponse().getContentAsByteArray());
    }

    public record Me(boolean signedIn, String name, String avatarUrl, boolean mentor, boolean admin, int unread) {}

    public record PersonForm(@NotBlank String name, @NotBlank @Email String email, String about, String language,
            Boolean updates) {}

    @Controller
    static class Gallery {

        @GetMapping("/gallery/{page}")
        String show(@PathVariable String page, @Valid @ModelAttribute("form") PersonForm form, BindingResult errors,
                Model model) {
            model.addAttribute("me", new Me(true, "Nora Lindqvist", null, true, false, 3));
            model.addAttribute("flash", page.equals("forms") ? "Saved." : null);
            model.addAttribute("start", Instant.parse("2027-03-11T17:00:00Z"));
            model.addAttribute("berlin", ZoneId.of("Europe/Berlin"));
            model.addAttribute("languages", new LinkedHashMap<>(Map.of("en", "English", "de", "German")));
            model.addAttribute("statuses",
                    List.of("AWAITING_PAYMENT", "REQUESTED", "CONFIRMED", "IN_PROGRESS", "PENDING_COMPLETION",
                            "COMPLETED", "DECLINED", "WITHDRAWN", "EXPIRED", "CANCELLED", "DISPUTED", "RESOLVED",
                            "PAID", "AUTHORIZED", "REFUND_PENDING", "REFUNDED", "PUBLISHED", "DRAFT"));
            model.addAttribute("names",
                    List.of("Nora Lindqvist", "Ade Okafor", "Mei Tanaka", "Łukasz Żółć", "Priya Raman", "أمل حداد",
                            "João da Conceição Vasconcelos de Albuquerque", "Öz", "Keanu Kahananui", "Ines Duarte",
                            "Tomás Ruiz", "Hana Novák"));
            return "gallery/" + page;
        }
    }
}
