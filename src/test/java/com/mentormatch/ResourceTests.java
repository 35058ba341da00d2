package com.mentormatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.shared.Reason;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules for what is no Java: templates, texts, migrations, settings. */
class ResourceTests {

    private static final Path RESOURCES = Path.of("src", "main", "resources");

    /** What the content security policy would not let run, and what nobody would notice it did not. */
    private static final Pattern INLINE = Pattern
        .compile("\\s(?:th:)?style=|<style\\b|\\s(?:th:|hx-)?on[a-z:]+=" + "|<script\\b(?![^>]*\\bsrc=)|javascript:");

    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern KEY = Pattern.compile("#\\{([a-zA-Z][\\w.-]*)");
    private static final Pattern KEY_BEGINNING = Pattern.compile("#\\{\\$\\{'([a-zA-Z][\\w.-]*\\.)'");
    private static final Pattern KEY_OF_A_RULE = Pattern.compile("message = \"\\{([\\w.-]+)}\"");

    private static final Pattern WORD = Pattern.compile("([a-zA-Z][\\w-]*(?:\\.[\\w-]+)*)");
    private static final Pattern BEGINNING = Pattern.compile("[\"'|]((?:[\\w-]+\\.){2,})[\"'$]");

    /** Texts whose whole name only the running product knows: of a refusal, a state, a field, a mail, a rule. */
    private static final Pattern OF_MANY = Pattern
        .compile("(refusal|state|label|mail|typeMismatch|NotBlank|NotNull|Size|Min|Max)\\..+");

    private static final Pattern TEXT = Pattern.compile("(?m)^([^#\\s=][^=]*)=");
    private static final Pattern STYLED = Pattern.compile("\\.([a-zA-Z][\\w-]*)");
    private static final Pattern NO_SELECTOR = Pattern.compile("/\\*.*?\\*/|url\\(.*?\\)", Pattern.DOTALL);

    @Test
    void nothingIsInlineInPages() throws IOException {
        for (var template : files(RESOURCES.resolve("templates"), ".html")) {
            if (!template.toString().contains("/mail/")) {
                assertThat(INLINE.matcher(Files.readString(template)).results().map(MatchResult::group))
                    .as(template.toString())
                    .isEmpty();
            }
        }
    }

    /** A straight one is doubled or lost, depending on whether the text has parts filled in. */
    @Test
    void apostrophesAreCurly() throws IOException {
        assertThat(texts().values()).noneMatch(text -> text.toString().contains("'"));
    }

    /** Of two only one is shown, and which one depends on their order. */
    @Test
    void noTextIsWrittenTwice() throws IOException {
        var keys = new ArrayList<String>();
        for (var file : files(RESOURCES.resolve("messages"), ".properties")) {
            TEXT.matcher(Files.readString(file)).results().map(result -> result.group(1)).forEach(keys::add);
        }
        assertThat(keys).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void everyTextThatIsAskedForIsThere() throws IOException {
        var texts = texts().stringPropertyNames();
        for (var template : files(RESOURCES.resolve("templates"), ".html")) {
            var html = COMMENT.matcher(Files.readString(template)).replaceAll("");
            assertThat(missing(texts, found(KEY, html))).as(template.toString()).isEmpty();
            for (var beginning : found(KEY_BEGINNING, html)) {
                assertThat(texts).as(template.toString()).anyMatch(key -> key.startsWith(beginning));
            }
        }
        for (var source : files(Path.of("src", "main", "java"), ".java")) {
            assertThat(missing(texts, found(KEY_OF_A_RULE, Files.readString(source)))).as(source.toString()).isEmpty();
        }
    }

    @Test
    void everyTextIsAskedFor() throws IOException {
        var sources = sources();
        var words = Set.copyOf(found(WORD, sources));
        var beginnings = found(BEGINNING, sources);
        assertThat(texts().stringPropertyNames())
            .allMatch(key -> words.contains(key) || words.contains(key.replaceFirst("\\.text$", ""))
                    || OF_MANY.matcher(key).matches() || beginnings.stream().anyMatch(key::startsWith));
    }

    @Test
    void everyClassThatIsStyledIsWorn() throws IOException {
        var words = Set.copyOf(found(Pattern.compile("([\\w-]+)"), sources()));
        for (var sheet : files(RESOURCES.resolve("static/css"), ".css")) {
            var styled = found(STYLED, NO_SELECTOR.matcher(Files.readString(sheet)).replaceAll(""));
            assertThat(styled).as(sheet.toString()).allMatch(name -> words.contains(name) || name.startsWith("htmx-"));
        }
    }

    @Test
    void everyRefusalHasASentence() throws IOException {
        var texts = texts();
        var reasons = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("com.mentormatch")
            .stream()
            .filter(type -> type.isEnum() && type.isAssignableTo(Reason.class))
            .map(JavaClass::reflect)
            .flatMap(type -> Arrays.stream(type.getEnumConstants()))
            .map(Reason.class::cast)
            .toList();
        assertThat(reasons).isNotEmpty().allSatisfy(reason -> {
            assertThat(texts.getProperty(reason.messageKey())).as(reason.messageKey()).isNotBlank();
            assertThat(reason.code()).matches("[a-z0-9]+(-[a-z0-9]+)*");
            assertThat(reason.status()).isBetween(400, 599);
        });
    }

    @Test
    void everyFileOfTextsIsRead() throws IOException {
        var read = List.of(settings().getProperty("spring.messages.basename").split(","));
        for (var file : files(RESOURCES.resolve("messages"), ".properties")) {
            assertThat(read).contains("messages/" + file.getFileName().toString().replace(".properties", ""));
        }
    }

    @Test
    void migrationsAreOneLine() throws IOException {
        var names = files(RESOURCES.resolve("db/migration"), "").stream()
            .map(file -> file.getFileName().toString())
            .toList();
        assertThat(names).isNotEmpty().allMatch(name -> name.matches("V\\d{3}__[a-z]+(_[a-z0-9]+)*\\.sql"));
        assertThat(names.stream().map(name -> name.substring(0, 4))).doesNotHaveDuplicates();
    }

    /** Each link of a page would walk it, a fifth of a millisecond a link. */
    @Test
    void noResourceChain() throws IOException {
        assertThat(settings()).containsEntry("spring.web.resources.chain.enabled", "false")
            .doesNotContainKeys("spring.web.resources.chain.strategy.content.enabled",
                    "spring.web.resources.chain.strategy.fixed.enabled");
        assertThat(List.of("org.webjars.WebJarVersionLocator", "org.webjars.WebJarAssetLocator"))
            .noneMatch(ResourceTests::onClasspath);
    }

    @Test
    void pagesAreCompiledAndNothingIsLazy() throws IOException {
        assertThat(settings()).containsEntry("spring.thymeleaf.enable-spring-el-compiler", "true")
            .containsEntry("spring.jpa.open-in-view", "false")
            .containsEntry("spring.jpa.hibernate.ddl-auto", "validate");
    }

    private static boolean onClasspath(String type) {
        try {
            Class.forName(type, false, ResourceTests.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException absent) {
            return false;
        }
    }

    private static List<String> missing(Set<String> texts, List<String> keys) {
        return keys.stream().filter(key -> !texts.contains(key)).toList();
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(result -> result.group(1)).distinct().toList();
    }

    /** Whatever shows something to people: the product's code, its pages and their scripts. */
    private static String sources() throws IOException {
        var sources = new StringBuilder();
        for (var file : files(Path.of("src", "main"), "")) {
            if (file.toString().matches(".*\\.(java|html|js)")) {
                sources.append(Files.readString(file)).append('\n');
            }
        }
        return sources.toString();
    }

    private static Properties settings() throws IOException {
        return read(new Properties(), RESOURCES.resolve("application.properties"));
    }

    private static Properties texts() throws IOException {
        var texts = new Properties();
        for (var file : files(RESOURCES.resolve("messages"), ".properties")) {
            read(texts, file);
        }
        return texts;
    }

    private static Properties read(Properties properties, Path file) throws IOException {
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                .filter(file -> file.toString().endsWith(ending))
                .sorted()
                .toList();
        }
    }
}
