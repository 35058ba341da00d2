package com.mentormatch.testing.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.openqa.selenium.chrome.ChromeDriver;
import org.springframework.core.io.ClassPathResource;

/**
 * What axe has to say about a page. Asked here rather than through {@code AxeBuilder}, which sends the script anew for
 * every look and brings back all that is right with a page, too: most of its time. What a rule finds has the impact of
 * that rule, so those that are never serious are not asked.
 */
final class Axe {

    private static final String SCRIPT = script();
    private static final String LOOK = """
            const [rules, done] = arguments;
            const mild = axe._audit.rules.filter(rule => ['minor', 'moderate'].includes(rule.impact));
            const off = Object.fromEntries(mild.map(rule => [rule.id, { enabled: false }]));
            axe.run({ resultTypes: ['violations'], rules: off, ...(rules.length > 0 && { runOnly: rules }) })
              .then(found => found.violations
                .filter(rule => ['serious', 'critical'].includes(rule.impact))
                .map(rule => `${rule.help}: ${rule.nodes.map(node => node.html).join(', ')}`))
              .catch(failure => [`axe failed: ${failure}`])
              .then(done);
            """;

    private Axe() {}

    /** @param rules all where none are named */
    static List<String> flaws(ChromeDriver page, String... rules) {
        if (!Boolean.TRUE.equals(page.executeScript("return typeof axe === 'object'"))) {
            page.executeScript(SCRIPT);
        }
        page.manage().timeouts().scriptTimeout(Duration.ofSeconds(60));
        var found = (List<?>) page.executeAsyncScript(LOOK, List.of(rules));
        return found.stream().map(String.class::cast).toList();
    }

    private static String script() {
        try {
            return new ClassPathResource("axe.min.js").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
