package com.mentormatch.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.testing.Cast;
import com.mentormatch.testing.IntegrationTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class PeopleTests {

    @Autowired
    People people;

    @Autowired
    Cast cast;

    @Test
    void findsWhoIsThere() {
        var mentee = cast.mentee();
        var person = people.find(mentee.id()).orElseThrow();
        assertThat(person.name()).isEqualTo("Mara Mentee");
        assertThat(person.email()).isEqualTo(mentee.email());
        assertThat(person.avatarUrl()).isNull();
        assertThat(people.find(AccountId.next())).isEmpty();
    }

    @Test
    void findsManyAtOnce() {
        var mentee = cast.mentee();
        var mentor = cast.mentor();
        assertThat(people.all(List.of(mentee.id(), mentor.id(), mentee.id(), AccountId.next())))
            .containsOnlyKeys(mentee.id(), mentor.id());
        assertThat(people.all(List.of())).isEmpty();
    }
}
