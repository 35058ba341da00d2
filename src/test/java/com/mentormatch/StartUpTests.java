package com.mentormatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@IntegrationTest
class StartUpTests {

    @Autowired
    MockMvcTester mvc;

    @Test
    void tellsThatItIsHealthy() {
        assertThat(mvc.get().uri("/actuator/health")).hasStatusOk()
            .bodyJson()
            .extractingPath("$.status")
            .isEqualTo("UP");
    }
}
