package com.mentormatch.account;

import java.util.UUID;

/**
 * How an account stands at this moment, read afresh for every request of a signed-in person.
 *
 * @param stamp what a session must carry to be one of this account's; another one after the password has changed
 */
public record Standing(Person person, Role role, UUID stamp) {

    public SignedIn viewer() {
        return new SignedIn(person.id(), role == Role.ADMIN);
    }
}
