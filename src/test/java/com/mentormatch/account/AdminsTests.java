package com.mentormatch.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mentormatch.account.SignUp.NewAccount;
import com.mentormatch.shared.Transactions;
import com.mentormatch.testing.Browser;
import com.mentormatch.testing.Cast;
import com.mentormatch.testing.IntegrationTest;
import com.mentormatch.testing.TestEnvironment;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** How an installation gets its first admin. */
@IntegrationTest
@RecordApplicationEvents
class AdminsTests {

    private static final String PASSWORD = "seven grey herons";

    @Autowired
    Accounts accounts;
    @Autowired
    Standings standings;
    @Autowired
    Transactions transactions;
    @Autowired
    SignUp signUp;
    @Autowired
    VerifyAddress verify;
    @Autowired
    Cast cast;
    @Autowired
    MockMvcTester mvc;
    @Autowired
    ApplicationEvents events;

    @Test
    void aNamedAddressMakesAnAdminOnceItIsConfirmed() {
        var now = Instant.now();
        var wish = new NewAccount("Fay Founder", TestEnvironment.FOUNDER, PASSWORD, ZoneId.of("UTC"), Locale.ENGLISH,
                null, "127.0.0.1");
        assertThat(signUp.signUp(wish, now)).isEmpty();
        var asked = events.stream(AccountEvent.VerificationRequested.class).findFirst().orElseThrow();
        named(TestEnvironment.FOUNDER).admitThoseAlreadyHere();
        assertThat(roleOf(asked.account())).as("not before the address has answered").isEqualTo(Role.MEMBER);

        verify.verify(asked.token(), now);
        assertThat(roleOf(asked.account())).isEqualTo(Role.ADMIN);
        var founder = new Browser(mvc);
        assertThat(founder.signIn(TestEnvironment.FOUNDER, PASSWORD)).hasStatus(303);
        assertThat(founder.get("/admin/anything")).as("let in").hasStatus(404);
    }

    @Test
    void whoIsHereAlreadyIsAdmittedAtTheStart() {
        var member = cast.mentee();
        var other = cast.stranger();
        var admins = named("", "  " + member.email().toUpperCase(Locale.ROOT) + " ", "nobody@example.com");
        admins.admitThoseAlreadyHere();
        admins.admitThoseAlreadyHere();
        assertThat(roleOf(member.id())).isEqualTo(Role.ADMIN);
        assertThat(roleOf(other.id())).isEqualTo(Role.MEMBER);
        named().admitThoseAlreadyHere();
        assertThat(roleOf(member.id())).as("nobody loses it by not being named").isEqualTo(Role.ADMIN);
    }

    @Test
    void whatIsNoAddressStopsTheStart() {
        assertThatThrownBy(() -> named("me")).isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("mentormatch.account.admins: \"me\"");
    }

    private Admins named(String... emails) {
        return new Admins(accounts, transactions, new AccountSettings(List.of(emails), ""));
    }

    private Role roleOf(AccountId id) {
        return standings.of(id).orElseThrow().role();
    }
}
