package com.mentormatch.mentor.web;

import static com.mentormatch.mentor.ListedMentors.mark;
import static com.mentormatch.mentor.ListedMentors.paid;
import static com.mentormatch.mentor.ListedMentors.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mentormatch.mentor.EditProfile;
import com.mentormatch.mentor.ListedMentors;
import com.mentormatch.mentor.MentorSearch;
import com.mentormatch.mentor.Mentors;
import com.mentormatch.mentor.ProfileText;
import com.mentormatch.mentor.RateMentor;
import com.mentormatch.testing.Cast;
import com.mentormatch.testing.IntegrationTest;
import com.mentormatch.testing.Queries;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@IntegrationTest
class PublicPagesTests {

    private static final String ATTACK = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'";

    @Autowired
    MockMvcTester mvc;

    ListedMentors mentors;

    @Autowired
    Mentors reading;

    @Autowired
    EditProfile profiles;

    @Autowired
    Cast cast;

    @BeforeEach
    void mentors(@Autowired AutowireCapableBeanFactory beans) {
        mentors = beans.createBean(ListedMentors.class);
    }

    @Test
    void everybodySeesTheLandingPageAndNoSessionIsMade() {
        mentors.with(mark());
        for (var path : List.of("/", "/mentors")) {
            var page = mvc.get().uri(path).exchange();
            assertThat(page).hasStatusOk().bodyText().contains("<h1").contains("role=\"search\"");
            assertThat(page.getRequest().getSession(false)).isNull();
            assertThat(page.getResponse().getHeaders("Set-Cookie")).isEmpty();
            assertThat(page).headers().hasValue("Cache-Control", "private, no-cache");
        }
        assertThat(mvc.get().uri("/").with(cast.mentee().login())).hasStatusOk();
    }

    @Test
    void aSearchIsItsAddress() {
        var mark = mark();
        mentors.named("Wanda " + mark, "Europe/Berlin", text(mark, "Welding"), paid("45", "EUR"));
        var found = body(
                "/mentors?q=" + mark + "&skill=welding&currency=EUR&to=50&language=en&instant=&kind=one-on-one");
        assertThat(found).contains("Wanda " + mark, "Up to €50", "/mentors/wanda-" + mark).contains("<!DOCTYPE html>");
        var none = body("/mentors?q=" + mark + "&skill=welding&currency=EUR&to=20");
        assertThat(none).contains("Nobody matches all of this", "Without Up to €20");
    }

    @Test
    void aVisitorWhoHasThePageIsToldSoBeforeAnyQuery(@Autowired RateMentor rate) {
        var mark = mark();
        var mentor = mentors.with(mark);
        for (var path : List.of("/", "/mentors?q=" + mark, page(mentor.id()))) {
            var tag = unchanged(path, "Europe/Berlin");
            assertThat(asked(path, tag, "Asia/Tokyo")).as("another zone").hasStatusOk();
            assertThat(asked(path, tag, null)).as("no zone").hasStatusOk();
            var signedIn = mvc.get().uri(URI.create(path)).header("If-None-Match", tag).with(mentor.login()).exchange();
            assertThat(signedIn).as("somebody").hasStatusOk().headers().doesNotContainHeader("ETag");
            rate.rate(mentor.id(), 2, 9);
            await().untilAsserted(() -> assertThat(asked(path, tag, "Europe/Berlin")).as("changed").hasStatusOk());
        }
        assertThat(body("/mentors?q=" + mark)).contains("4.5", "2 ratings").doesNotContain(">New<");
        var part = mvc.get().uri("/mentors?q=" + mark).header("HX-Request", "true").exchange();
        assertThat(part.getResponse().getHeader("ETag")).isNotEqualTo(tag("/mentors?q=" + mark, null, null));
    }

    /** The tag of a page that answered 304 without a query: it is read once a second, and whatever ran before counts. */
    private String unchanged(String path, String zone) {
        var tag = new AtomicReference<String>();
        await().untilAsserted(() -> {
            tag.set(tag(path, null, zone));
            assertThat(tag.get()).startsWith("W/\"").contains(zone);
            assertThat(Queries.of(() -> assertThat(asked(path, tag.get(), zone)).hasStatus(304))).as(path).isEmpty();
        });
        return tag.get();
    }

    private String tag(String path, String had, String zone) {
        return asked(path, had, zone).getResponse().getHeader("ETag");
    }

    private MvcTestResult asked(String path, String tag, String zone) {
        var request = mvc.get().uri(URI.create(path));
        if (tag != null) {
            request.header("If-None-Match", tag);
        }
        if (zone != null) {
            request.cookie(new Cookie("zone", zone));
        }
        return request.exchange();
    }

    @Test
    void anOrderAndTimesAreSaidInTheAddress() {
        var mark = mark();
        mentors.with(mark);
        assertThat(body("/mentors?q=" + mark + "&sort=price")).contains("Choose a currency to sort by price");
        assertThat(body("/mentors?q=" + mark + "&sort=price&currency=EUR")).doesNotContain("Choose a currency")
            .contains("value=\"price\" selected");
        assertThat(body("/mentors?q=" + mark + "&hour=18")).contains("Choose your time zone");
        assertThat(body("/mentors?q=" + mark + "&hour=18&zone=Asia/Tokyo")).contains("Without Free at 18:00 your time");
        assertThat(body("/mentors?q=" + mark + "&rating=4.5&week=true")).contains("Without 4.5 stars and up",
                "Without Free within a week");
    }

    @Test
    void htmxGetsTheResultsAndTheShortestAddress() {
        var mark = mark();
        mentors.with(mark);
        var part = mvc.get()
            .uri("/mentors?q={q}&skill=&language=&currency=&from=&to=&kind=&hours=", mark)
            .header("HX-Request", "true")
            .exchange();
        assertThat(part).hasStatusOk().bodyText().startsWith("<section id=\"mentor-results\"").doesNotContain("<html");
        assertThat(part).headers().hasValue("HX-Push-Url", "/mentors?q=" + mark);
    }

    @Test
    void moreComesWithALinkThatAlsoWorksAlone() {
        var mark = mark();
        for (var number = 0; number <= MentorSearch.PAGE; number++) {
            mentors.with(mark);
        }
        var first = body("/mentors?q=" + mark);
        var more = first.replaceAll("(?s).*href=\"(/mentors\\?q=" + mark + "&amp;after=[^\"]+)\".*", "$1")
            .replace("&amp;", "&");
        assertThat(first.split("class=\"card mentor-card\"")).hasSize(MentorSearch.PAGE + 1);
        assertThat(body(more).split("class=\"card mentor-card\"")).hasSize(2);
        assertThat(mvc.get().uri(more).header("HX-Request", "true")).hasStatusOk()
            .bodyText()
            .contains("data-focus")
            .doesNotContain("mentor-results");
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=%22%2B-%3E%3C()~*%40", "q=%00",
            "q=%3Cscript%3Ealert(1)%3C/script%3E&skill=%22%3E%3Cb%3E", "q=%F0%9F%92%A5", "skill=%22&skill=%27&skill=+",
            "currency=XXX&from=1", "currency=EUR&from=1e999999999", "currency=EUR&from=-1&to=abc", "hours=abc",
            "kind=GROUP", "free=no&instant=%3Cscript%3E", "language=%3Cscript%3E", "after=%27", "zone=Nowhere/Land",
            "q=a&q=b&language=en&language=de", "hours=3", "currency=EUR&from=50&to=10", "hour=24",
            "hour=-1&zone=Asia/Tokyo", "hour=7&zone=Asia/Tokyo&week=true", "rating=5&sort=%27", "sort=rating",
            "sort=next&after=AAAA", "sort=price&currency=EUR"})
    void anyAddressIsAnswered(String query) {
        assertThat(mvc.get().uri(URI.create("/mentors?" + query))).hasStatusOk();
    }

    @Test
    void nothingWrittenIsRenderedAsHtml() {
        var mark = mark();
        var text = new ProfileText(ATTACK + mark, ATTACK, ATTACK, ATTACK, "", List.of("<b>" + mark + "</b>"),
                List.of("en"));
        var mentor = mentors.named(ATTACK, "Europe/Berlin", text, paid("45", "EUR"));
        var slug = reading.byId(mentor.id()).orElseThrow().slug();
        for (var path : List.of("/mentors/" + slug, "/mentors?q=" + mark)) {
            assertThat(body(path)).contains("&lt;script&gt;")
                .doesNotContain("<script>alert")
                .doesNotContain("<img src=x")
                .doesNotContain("<b>" + mark);
        }
    }

    @Test
    void anUnpublishedProfileIsThereForItsOwnerOnly() {
        var mentor = mentors.with(mark());
        profiles.save(mentor.id(), text(mark()), false, Instant.parse("2026-03-01T09:00:00Z"));
        var path = "/mentors/" + reading.byId(mentor.id()).orElseThrow().slug();
        assertThat(mvc.get().uri(path)).hasStatus(404);
        assertThat(mvc.get().uri(path).with(cast.stranger().login())).hasStatus(404);
        assertThat(mvc.get().uri(path).with(mentor.login())).hasStatusOk()
            .bodyText()
            .contains("Only you can see this page");
        assertThat(mvc.get().uri("/mentors/nobody-" + mark())).hasStatus(404);
    }

    @Test
    void queriesOfAPageDoNotGrowWithItsRows() {
        var one = mark();
        var twenty = mark();
        var small = mentors.with(one);
        for (var number = 0; number < MentorSearch.PAGE; number++) {
            mentors.with(twenty, paid("10", "EUR"), paid("20", "EUR"), paid("30", "EUR"));
        }
        var large = mentors.named("Many Offers", "Europe/Berlin", text(mark(), "A", "B", "C", "D"), paid("10", "EUR"),
                paid("20", "EUR"), paid("30", "EUR"), paid("40", "EUR"));
        body("/mentors");
        assertThat(Queries.of(() -> body("/mentors?q=" + twenty)))
            .hasSameSizeAs(Queries.of(() -> body("/mentors?q=" + one)));
        assertThat(Queries.of(() -> body(page(large.id())))).hasSameSizeAs(Queries.of(() -> body(page(small.id()))));
    }

    private String page(com.mentormatch.account.AccountId mentor) {
        return "/mentors/" + reading.byId(mentor).orElseThrow().slug();
    }

    private String body(String path) {
        MvcTestResult page = mvc.get().uri(URI.create(path)).exchange();
        assertThat(page).hasStatusOk();
        try {
            return page.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.UnsupportedEncodingException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
