package com.mentormatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mentormatch.NeededSettings.Setting;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

@ExtendWith(OutputCaptureExtension.class)
class NeededSettingsTests {

    static class Nothing {}

    @Test
    void oneSentenceNamesEverythingMissingAndWhereToSetIt(CapturedOutput output) {
        assertThatThrownBy(() -> start("--stripe.secret-key=sk_test_1", "--spring.mail.host= "))
            .isInstanceOf(MissingSettings.class)
            .message()
            .contains("spring.datasource.url (environment variable SPRING_DATASOURCE_URL", "STRIPE_WEBHOOK_SECRET",
                    "SPRING_MAIL_HOST", "MENTORMATCH_MAIL_FROM", "MENTORMATCH_BASE_URL")
            .doesNotContain("stripe.secret-key");
        assertThat(output)
            .contains("MentorMatch does not start because it has not been told", "Set them as environment variables")
            .doesNotContain("\tat ");
    }

    @Test
    void startsWithAllOfThem() {
        var all = NeededSettings.ALL.stream()
            .map(setting -> "--" + setting.name() + "=something")
            .toArray(String[]::new);
        try (var context = start(all)) {
            assertThat(context.isActive()).isTrue();
        }
    }

    @Test
    void theVariablesItNamesAreTheOnesThatWork() {
        Map<String, Object> variables = NeededSettings.ALL.stream()
            .collect(Collectors.toMap(Setting::variable, _ -> "something"));
        var environment = new StandardEnvironment();
        environment.getPropertySources()
            .addFirst(new SystemEnvironmentPropertySource("given-systemEnvironment", variables));
        ConfigurationPropertySources.attach(environment);
        assertThat(NeededSettings.missing(environment)).isEmpty();
    }

    private static org.springframework.context.ConfigurableApplicationContext start(String... arguments) {
        var application = new SpringApplication(Nothing.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.addInitializers(new NeededSettings());
        return application.run(arguments);
    }
}
