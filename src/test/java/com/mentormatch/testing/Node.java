package com.mentormatch.testing;

import com.mentormatch.MentorMatch;
import java.net.URI;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * One of several that serve the same people: the whole product in a context of its own, with its own door, pool and
 * beans, on the database, clock and stand-ins of all tests. It shares nothing else but the JVM.
 */
public record Node(ConfigurableApplicationContext context) implements AutoCloseable {

    public static Node another() {
        return new Node(new SpringApplicationBuilder(MentorMatch.class, TestBeans.class)
            .initializers(new TestEnvironment(),
                    context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("node", Map.of("server.port", 0))))
            .run());
    }

    public URI at(String path) {
        return URI
            .create("http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port") + path);
    }

    @Override
    public void close() {
        context.close();
    }
}
