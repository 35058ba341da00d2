package com.mentormatch;

import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * What the product cannot do without, asked for before anything is started: whoever installs it reads one sentence that
 * names everything that is missing, instead of one stack trace after the other. There are no defaults for these on
 * purpose. A database, a key or a mail server made up by us would be found out about much later, by somebody's money
 * or mail.
 */
final class NeededSettings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /**
     * @param name    as in {@code application.properties}
     * @param meaning what goes there, for somebody who has never seen this product
     */
    record Setting(String name, String meaning) {

        /** The same setting as an environment variable. */
        String variable() {
            return name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
        }
    }

    static final List<Setting> ALL = List.of(new Setting("spring.datasource.url", "JDBC address of a MySQL database"),
            new Setting("stripe.secret-key", "secret key of a Stripe account"),
            new Setting("stripe.webhook-secret", "signing secret of its webhook endpoint"),
            new Setting("stripe.connect-webhook-secret", "signing secret of its endpoint for connected accounts"),
            new Setting("spring.mail.host", "SMTP server"),
            new Setting("mentormatch.mail.from", "address mails are sent from"),
            new Setting("mentormatch.base-url", "where people reach this installation, like https://mentors.example"));

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var missing = missing(context.getEnvironment());
        if (!missing.isEmpty()) {
            throw new MissingSettings(missing);
        }
    }

    static List<Setting> missing(Environment environment) {
        var binder = Binder.get(environment);
        return ALL.stream().filter(setting -> binder.bind(setting.name(), String.class).orElse("").isBlank()).toList();
    }
}
