package com.mentormatch.mentor;

import static com.mentormatch.mentor.ListedMentors.mark;
import static com.mentormatch.mentor.ListedMentors.offer;
import static com.mentormatch.mentor.ListedMentors.paid;
import static com.mentormatch.mentor.ListedMentors.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.account.AccountId;
import com.mentormatch.account.EditAccount;
import com.mentormatch.account.People;
import com.mentormatch.mentor.MentorFilter.Name;
import com.mentormatch.mentor.MentorFilter.Part;
import com.mentormatch.shared.FormToken;
import com.mentormatch.testing.IntegrationTest;
import com.mentormatch.testing.Queries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class MentorSearchTests {

    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

    @Autowired
    MentorSearch search;

    ListedMentors mentors;

    @Autowired
    EditProfile profiles;

    @Autowired
    EditOffers offers;

    @Autowired
    EditAccount accounts;

    @BeforeEach
    void mentors(@Autowired AutowireCapableBeanFactory beans) {
        mentors = beans.createBean(ListedMentors.class);
    }

    @Test
    void findsByNameHeadlineSkillTextAndLanguage() {
        var mark = mark();
        var told = new ProfileText("Bridges " + mark, "Concrete dreams", "Tunnels in Norway", "We sketch", "",
                List.of("Statics"), List.of("no"));
        var mentor = mentors.named("Björk Ærlig", "Europe/Oslo", told, paid("45", "EUR"));
        for (var words : List.of("bjork", "AERLIG", "bridge", "statics", "concrete dream", "tunnels", "sketch",
                "norwegian")) {
            assertThat(found(mark + " " + words)).as(words).containsExactly(mentor.id());
        }
        assertThat(found(mark + " castles")).isEmpty();
    }

    @Test
    void findsWordsOfOneAndTwoLettersAndThoseWithSigns() {
        var mark = mark();
        var go = mentors.named("A", "Europe/Berlin", text(mark, "Go", "R"), paid("45", "EUR"));
        var cpp = mentors.named("B", "Europe/Berlin", text(mark, "C++"), paid("45", "EUR"));
        assertThat(found(mark + " go")).containsExactly(go.id());
        assertThat(found(mark + " R")).containsExactly(go.id());
        assertThat(found(mark + " c++")).containsExactly(cpp.id());
    }

    @Test
    void followsWhoeverChangesNameOrZone() {
        var mark = mark();
        var mentor = mentors.with(mark);
        accounts.edit(mentor.viewer(), "Renate " + mark, "Asia/Tokyo", "en", NOW);
        assertThat(found("renate " + mark)).containsExactly(mentor.id());
        assertThat(ids(filter(mark).within(1, "Asia/Seoul").build())).containsExactly(mentor.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"+", "-", "\"", "'", "(", ")", "((", "~", "*", "<", ">", "@", "@@version", "+-><()~*\"@",
            "\" OR \"\"=\"", "'; DROP TABLE mentor; --", "a\" b", "java -spring", "*java", "\\", "%", "_", "\u0000",
            "\uD83D", "💥", "＋", "İ", "ﬁ", "<script>"})
    void anythingCanBeTyped(String words) {
        assertThat(search.page(words(words), MentorOrder.BEST, "", NOW)).isNotNull();
        assertThat(search.page(filter(mark()).skills(words).currency("EUR").build(), MentorOrder.BEST, "", NOW).cards())
            .isEmpty();
    }

    @Test
    void allSkillsMustBeThereHoweverTheyAreSpelled() {
        var mark = mark();
        var both = mentors.named("A", "Europe/Berlin", text(mark, "Java", "Spring Boot"), paid("45", "EUR"));
        mentors.named("B", "Europe/Berlin", text(mark, "Java"), paid("45", "EUR"));
        assertThat(ids(filter(mark).skills("JAVA", "spring-boot").build())).containsExactly(both.id());
    }

    @Test
    void aPriceIsOfOneCurrencyAndNotOfATrial() {
        var mark = mark();
        var cheap = mentors.with(mark, paid("40", "EUR"));
        mentors.with(mark, paid("90", "EUR"), offer(OfferKind.TRIAL, "5", "EUR", Confirmation.INSTANT));
        mentors.with(mark, paid("4000", "JPY"));
        assertThat(ids(filter(mark).price("EUR", null, "50").build())).containsExactly(cheap.id());
        assertThat(ids(filter(mark).price("EUR", "41", "50").build())).isEmpty();
    }

    @Test
    void whatIsAskedOfAnOfferHoldsForOneOffer() {
        var mark = mark();
        var instant = offer(OfferKind.ONE_ON_ONE, "80", "EUR", Confirmation.INSTANT);
        mentors.with(mark, instant, paid("20", "EUR"));
        var match = mentors.with(mark, offer(OfferKind.ONE_ON_ONE, "30", "EUR", Confirmation.INSTANT));
        assertThat(ids(filter(mark).price("EUR", null, "50").instant().build())).containsExactly(match.id());
    }

    @Test
    void freeTrialAndLanguage() {
        var mark = mark();
        var free = mentors.with(mark, paid("0", "EUR"));
        var trial = mentors.with(mark, paid("30", "EUR"), offer(OfferKind.TRIAL, "10", "EUR", Confirmation.INSTANT));
        assertThat(ids(filter(mark).free().build())).containsExactly(free.id());
        assertThat(ids(filter(mark).kind(OfferKind.TRIAL).build())).containsExactly(trial.id());
        assertThat(ids(filter(mark).language("en").build())).hasSize(2);
        assertThat(ids(filter(mark).language("sw").build())).isEmpty();
    }

    @Test
    void clocksAreComparedAcrossTheDateLine() {
        var mark = mark();
        var apia = mentors.named("A", "Pacific/Apia", text(mark), paid("45", "EUR"));
        var paris = mentors.named("B", "Europe/Paris", text(mark), paid("45", "EUR"));
        assertThat(ids(filter(mark).within(3, "Pacific/Honolulu").build())).containsExactly(apia.id());
        assertThat(ids(filter(mark).within(1, "Europe/London").build())).containsExactly(paris.id());
    }

    @Test
    void listsOnlyWhoHasAPublicProfileAndSomethingToBook() {
        var mark = mark();
        var mentor = mentors.named("A", "Europe/Berlin", text(mark));
        assertThat(found(mark)).isEmpty();
        var offer = ((OfferOutcome.Saved) offers.add(mentor.id(), paid("45", "EUR"), FormToken.next(), NOW)).id();
        assertThat(found(mark)).containsExactly(mentor.id());
        offers.publish(mentor.id(), offer, false);
        assertThat(found(mark)).isEmpty();
        offers.publish(mentor.id(), offer, true);
        profiles.save(mentor.id(), text(mark), false, NOW);
        assertThat(found(mark)).isEmpty();
    }

    @Test
    void anEmptyListSaysWhatToDrop() {
        var mark = mark();
        mentors.named("A", "Europe/Berlin", text(mark, mark), paid("90", "EUR"));
        var page = search.page(filter(mark).skills(mark).price("EUR", null, "50").build(), MentorOrder.BEST, "", NOW);
        assertThat(page.cards()).isEmpty();
        assertThat(page.wouldHelp()).containsExactly(new Part(Name.CURRENCY, ""), new Part(Name.PRICE, ""));
    }

    @Test
    void aSlipOfTheFingerIsAskedAbout(@Autowired AutowireCapableBeanFactory beans, @Autowired JdbcClient jdbc,
            @Autowired OfferRows rows, @Autowired People people, @Autowired ObjectProvider<FreeTimes> calendars) {
        var mark = mark();
        var rare = mark.replaceAll("[0-9]", "q");
        var mentor = mentors.named("Zoë " + rare, "Europe/Berlin", text(mark, "Falconry" + rare), paid("45", "EUR"));
        var fresh = new MentorSearch(jdbc, rows, people, calendars, beans.createBean(Vocabulary.class));
        var slipped = fresh.page(words("falcnory" + rare + " zoe"), MentorOrder.BEST, "", NOW);
        assertThat(slipped.cards()).isEmpty();
        assertThat(slipped.meant()).isEqualTo("falconry" + rare + " zoe");
        assertThat(found(slipped.meant())).containsExactly(mentor.id());
        assertThat(fresh.page(words("nothing" + mark() + " like it"), MentorOrder.BEST, "", NOW).meant()).isNull();
    }

    @Test
    void theBestPlaceForAWordComesFirst() {
        var mark = mark();
        var text = mentors.named("A", "Europe/Berlin",
                new ProfileText("B", "On " + mark, "", "", "", List.of("C"), List.of("en")), paid("45", "EUR"));
        var headline = mentors.named("A", "Europe/Berlin", text(mark), paid("45", "EUR"));
        var longer = mentors.named("A", "Europe/Berlin", text("B", mark + "ology"), paid("45", "EUR"));
        var skill = mentors.named("A", "Europe/Berlin", text("B", mark), paid("45", "EUR"));
        var name = mentors.named("Ada " + mark, "Europe/Berlin", text("B"), paid("45", "EUR"));
        assertThat(found(mark)).containsExactly(name.id(), skill.id(), longer.id(), headline.id(), text.id());
    }

    @Test
    void pagesStayInPlaceWhileOthersCome() {
        var mark = mark();
        var all = new ArrayList<AccountId>();
        for (var number = 0; number < 2 * MentorSearch.PAGE + 3; number++) {
            all.addFirst(mentors.with(mark).id());
        }
        var first = search.page(words(mark), MentorOrder.BEST, "", NOW);
        mentors.with(mark);
        var second = search.page(words(mark), MentorOrder.BEST, first.after(), NOW);
        var third = search.page(words(mark), MentorOrder.BEST, second.after(), NOW);
        var seen = new ArrayList<AccountId>();
        List.of(first, second, third).forEach(page -> page.cards().forEach(card -> seen.add(card.mentor().id())));
        assertThat(seen).containsExactlyElementsOf(all);
        assertThat(third.after()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "AAAA", "!!", "_________________________________",
            "AwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "BP__________________________________________"})
    void whatIsNoCursorBeginsAtTheBeginning(String cursor) {
        assertThat(search.page(words(mark()), MentorOrder.BEST, cursor, NOW).cards()).isEmpty();
    }

    @Test
    void noOrderCostsMoreThanAQueryMore() {
        var mark = mark();
        mentors.with(mark);
        var filter = filter(mark).currency("EUR").build();
        for (var order : MentorOrder.values()) {
            assertThat(Queries.of(() -> search.page(filter, order, "", NOW))).as(order.name())
                .hasSizeLessThanOrEqualTo(7);
        }
    }

    @Test
    void costsTheSameForOneAsForTwenty() {
        var one = mark();
        var twenty = mark();
        mentors.with(one);
        for (var number = 0; number < MentorSearch.PAGE; number++) {
            mentors.with(twenty, paid("45", "EUR"), offer(OfferKind.TRIAL, "0", "EUR", Confirmation.INSTANT));
        }
        var few = Queries.of(() -> search.page(words(one), MentorOrder.BEST, "", NOW));
        var many = Queries.of(() -> search.page(words(twenty), MentorOrder.BEST, "", NOW));
        assertThat(many).hasSameSizeAs(few).hasSizeLessThanOrEqualTo(7);
        assertThat(many).noneMatch(sql -> sql.contains("COUNT(") || sql.contains("OFFSET"));
    }

    private List<AccountId> found(String words) {
        return ids(words(words));
    }

    private List<AccountId> ids(MentorFilter filter) {
        return search.page(filter, MentorOrder.BEST, "", NOW).cards().stream().map(card -> card.mentor().id()).toList();
    }

    private static MentorFilter words(String words) {
        return filter(words).build();
    }

    private static Asked filter(String words) {
        return new Asked(words);
    }
}
