package com.mentormatch;

import com.mentormatch.NeededSettings.Setting;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The product was started without something it needs. */
final class MissingSettings extends IllegalStateException {

    private static final long serialVersionUID = 1;

    MissingSettings(List<Setting> missing) {
        super(missing.stream()
            .map(setting -> setting.name() + " (environment variable " + setting.variable() + ": " + setting.meaning()
                    + ")")
            .collect(Collectors.joining(", ", "MentorMatch does not start because it has not been told ", ".")));
    }

    /** Has it printed in the place of a stack trace. */
    static final class Sentence extends AbstractFailureAnalyzer<MissingSettings> {

        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, MissingSettings cause) {
            return new FailureAnalysis(cause.getMessage(),
                    "Set them as environment variables, or in an application.properties beside the jar.", cause);
        }
    }
}
