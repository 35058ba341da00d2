package com.mentormatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.booking.BookingStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/**
 * What {@code docs/} says of the code is written by the code. A stale file fails; to write it anew:
 *
 * <pre>{@code ./mvnw test -Dtest=DocsTests -Ddocs.write=true}</pre>
 */
class DocsTests {

    private static final Path DOCS = Path.of("docs");

    @Test
    void statusesAreAsInTheCode() throws IOException {
        var rows = Arrays.stream(BookingStatus.values())
            .map(status -> "| `%s` | %s | %s |\n".formatted(status.slug(),
                    status.next().isEmpty() ? "the end" : slugs(status.next().stream()),
                    status.holdsTime() ? "yes" : "no"))
            .collect(Collectors.joining());
        var arrows = Arrays.stream(BookingStatus.values())
            .flatMap(status -> inOrder(status.next().stream())
                .map(next -> "  %s --> %s\n".formatted(node(status), node(next))))
            .collect(Collectors.joining());
        check("status.md", """
                # The life of a booking

                Written from `BookingStatus` by `DocsTests`; do not edit.

                | status | may become | holds its time |
                |---|---|---|
                %s
                ```mermaid
                stateDiagram-v2
                  [*] --> awaiting_payment
                  [*] --> requested
                  [*] --> confirmed
                %s```
                """.formatted(rows, arrows));
    }

    @Test
    void modulesAreAsInTheCode() throws IOException {
        var modules = ApplicationModules.of(MentorMatch.class);
        var arrows = modules.stream()
            .flatMap(module -> needed(module, modules).map(target -> "  %s --> %s\n".formatted(name(module), target)))
            .sorted()
            .collect(Collectors.joining());
        var rows = modules.stream()
            .sorted((a, b) -> name(a).compareTo(name(b)))
            .map(module -> "| %s | %s |\n".formatted(name(module),
                    needed(module, modules).collect(Collectors.joining(", "))))
            .collect(Collectors.joining());
        check("modules.md", """
                # Modules

                Written from the code by `DocsTests`; do not edit. One package below `com.mentormatch` each; what it
                decides stands in its `package-info.java`. Left out of the drawing are `shared` and `web`, which
                everybody may use.

                ```mermaid
                flowchart TD
                %s```

                | module | uses |
                |---|---|
                %s""".formatted(arrows.lines()
            .filter(line -> !line.matches(".*--> (shared|web)"))
            .map(line -> line + "\n")
            .collect(Collectors.joining()), rows));
    }

    private static Stream<String> needed(ApplicationModule module, ApplicationModules modules) {
        return module.getDirectDependencies(modules)
            .uniqueModules()
            .map(DocsTests::name)
            .filter(other -> !other.equals(name(module)))
            .sorted();
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }

    private static Stream<BookingStatus> inOrder(Stream<BookingStatus> statuses) {
        return statuses.sorted();
    }

    private static String slugs(Stream<BookingStatus> statuses) {
        return inOrder(statuses).map(status -> "`" + status.slug() + "`").collect(Collectors.joining(", "));
    }

    private static String node(BookingStatus status) {
        return status.slug().replace('-', '_');
    }

    private static void check(String file, String text) throws IOException {
        var path = DOCS.resolve(file);
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(path, text);
        }
        assertThat(path).as("docs/" + file + " is stale: ./mvnw test -Dtest=DocsTests -Ddocs.write=true")
            .exists()
            .content()
            .isEqualTo(text);
    }
}
