package com.mentormatch;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    @Test
    void modulesOnlyDependDownward() {
        ApplicationModules.of(MentorMatch.class).detectViolations().throwIfPresent();
    }
}
