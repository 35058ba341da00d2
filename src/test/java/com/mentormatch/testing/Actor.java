package com.mentormatch.testing;

import com.mentormatch.account.AccountId;
import com.mentormatch.account.SignedIn;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * Somebody who acts in a test.
 *
 * @param email signs in with {@link Cast#PASSWORD}, for tests that go through the real door
 * @param login signs in a request of {@code MockMvcTester}: {@code mvc.get().uri("/home").with(mentee.login())}
 */
public record Actor(AccountId id, String email, String name, SignedIn viewer, RequestPostProcessor login) {}
