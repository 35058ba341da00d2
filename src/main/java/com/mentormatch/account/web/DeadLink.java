package com.mentormatch.account.web;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** A link from a mail that no longer works: says why, and where to get another. */
final class DeadLink {

    enum Kind {

        VERIFY("/sign-in"), RESET("/password/forgot"), EMAIL("/account/email");

        private final String again;

        Kind(String again) {
            this.again = again;
        }
    }

    private DeadLink() {}

    static ModelAndView page(Kind kind) {
        return new ModelAndView("account/link-dead", Map.of("kind", kind.name(), "again", kind.again),
                HttpStatus.NOT_FOUND);
    }
}
