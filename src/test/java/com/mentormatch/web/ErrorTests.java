package com.mentormatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.MissingCsrfTokenException;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

@PagesOnly
@Import(ErrorTests.Doors.class)
@ExtendWith(OutputCaptureExtension.class)
class ErrorTests {

    @Autowired
    MockMvcTester mvc;

    @Test
    void aPersonGetsAPageAProgramADocumentAndHtmxANotice() {
        assertThat(page("/doors/missing")).hasStatus(404)
            .hasContentTypeCompatibleWith(MediaType.TEXT_HTML)
            .bodyText()
            .contains("There is nothing here", "site-header")
            .doesNotContain("??");
        assertThat(mvc.get().uri("/doors/missing")).hasStatus(404)
            .hasContentTypeCompatibleWith("application/problem+json")
            .bodyJson()
            .extractingPath("$.code")
            .isEqualTo("not-found");
        assertThat(mvc.get().uri("/doors/missing").header("HX-Request", "true")).hasStatus(404)
            .hasHeader("HX-Retarget", "#problem")
            .bodyText()
            .contains("There is nothing here")
            .doesNotContain("<html");
    }

    @Test
    void aRefusalSaysItsReason() {
        assertThat(page("/doors/refused")).hasStatus(409).bodyText().contains("This page is out of date");
        assertThat(mvc.get().uri("/doors/refused")).bodyJson()
            .hasPath("$.message")
            .extractingPath("$.details.now")
            .isEqualTo("later");
        assertThat(page("/doors/forbidden")).hasStatus(403).bodyText().contains("only be changed on MentorMatch");
    }

    @Test
    void whatCannotBeReadIsABadRequest() {
        for (var path : new String[]{"/doors/things/1", "/doors/things/..;", "/doors/page", "/doors/page?size=x",
                "/doors/page?size=99999999999"}) {
            assertThat(page(path)).as(path).hasStatus(400).bodyText().doesNotContain("Exception", "java.");
        }
        assertThat(mvc.post().uri("/doors/body").contentType(MediaType.APPLICATION_JSON).content("{")).hasStatus(400);
    }

    @Test
    void theWrongVerbOrKindOfContentIsNamedAsSuch() {
        assertThat(mvc.post().uri("/doors/page")).hasStatus(405).headers().hasValue("Allow", "GET");
        assertThat(mvc.post().uri("/doors/body").contentType(MediaType.APPLICATION_XML).content("<a/>")).hasStatus(415);
    }

    @Test
    void unknownAddressesAreNotFound() {
        assertThat(page("/nowhere")).hasStatus(404);
        assertThat(page("/error")).hasStatus(404);
        assertThat(page("/doors/things/" + UUID.randomUUID())).hasStatus(404);
    }

    @Test
    void whatNobodyForesawHasAReferenceThatIsInTheLog(CapturedOutput log) {
        var body = mvc.get().uri("/doors/broken").accept(MediaType.TEXT_HTML).exchange().getMvcResult().getResponse();
        assertThat(body.getStatus()).isEqualTo(500);
        var reference = java.util.regex.Pattern.compile("[2-9A-Z]{4}-[2-9A-Z]{4}").matcher(text(body));
        assertThat(reference.find()).isTrue();
        assertThat(log).contains(reference.group()).contains("a secret detail");
        assertThat(text(body)).doesNotContain("a secret detail", "Exception");
    }

    @Test
    void aDatabaseThatIsAwayIsSaidSo() {
        assertThat(page("/doors/away")).hasStatus(503).bodyText().contains("Nothing was charged");
    }

    @Test
    void theSecurityChainDealsWithItsOwn() {
        assertThat(page("/doors/denied")).hasFailed().failure().hasRootCauseInstanceOf(AccessDeniedException.class);
    }

    @Test
    void whatFailedOutsideAControllerLooksTheSame() {
        assertThat(mvc.get()
            .uri("/error")
            .accept(MediaType.TEXT_HTML)
            .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 429)).hasStatus(429).bodyText().contains("a little fast");
        assertThat(mvc.post()
            .uri("/error")
            .accept(MediaType.TEXT_HTML)
            .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 403)
            .requestAttr(WebAttributes.ACCESS_DENIED_403, new MissingCsrfTokenException(null))).hasStatus(403)
            .bodyText()
            .contains("out of date");
        assertThat(mvc.get()
            .uri("/error")
            .accept(MediaType.TEXT_HTML)
            .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 500)
            .requestAttr(RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException("inside"))).hasStatus(500)
            .bodyText()
            .doesNotContain("inside");
        for (var status : new int[]{400, 401, 403, 404, 405, 409, 413, 415, 422, 429, 500, 503, 418, 507}) {
            assertThat(mvc.get()
                .uri("/error")
                .accept(MediaType.TEXT_HTML)
                .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, status)).hasStatus(status)
                .bodyText()
                .doesNotContain("??");
        }
    }

    @Test
    void everyPageForbidsWhatItDoesNotNeed() {
        assertThat(page("/zone")).headers()
            .hasHeaderSatisfying("Content-Security-Policy",
                    policy -> assertThat(policy).singleElement()
                        .asString()
                        .contains("default-src 'none'", "form-action 'self' https://checkout.stripe.com")
                        .doesNotContain("unsafe"));
        assertThat(page("/zone")).headers()
            .hasHeaderSatisfying("Vary", vary -> assertThat(vary).contains("HX-Request"));
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult page(String path) {
        return mvc.get().uri(java.net.URI.create(path)).accept(MediaType.TEXT_HTML).exchange();
    }

    private static String text(org.springframework.mock.web.MockHttpServletResponse response) {
        return new String(response.getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    @Controller
    static class Doors {

        @GetMapping("/doors/missing")
        String missing() {
            throw new NotFound();
        }

        @GetMapping("/doors/refused")
        String refused() {
            throw new Refused(WebReason.STALE_PAGE, 409, Map.of("now", "later"));
        }

        @GetMapping("/doors/forbidden")
        String forbidden() {
            throw new Forbidden(WebReason.OTHER_SITE);
        }

        @GetMapping("/doors/things/{id}")
        String thing(@PathVariable UUID id) {
            throw new NotFound();
        }

        @GetMapping("/doors/page")
        String page(@RequestParam int size) {
            return "zone/show";
        }

        @PostMapping(path = "/doors/body", consumes = "application/json")
        @ResponseBody
        String body(@RequestBody Map<String, String> body) {
            return "ok";
        }

        @GetMapping("/doors/broken")
        String broken() {
            throw new IllegalStateException("a secret detail");
        }

        @GetMapping("/doors/away")
        String away() {
            throw new DataAccessResourceFailureException("away");
        }

        @GetMapping("/doors/denied")
        String denied() {
            throw new AccessDeniedException("no");
        }
    }
}
