package com.mentormatch.testing.browser;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.test.context.junit.jupiter.SpringExtension;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Opens as many windows as a test asks for and empties them before each; the same ones serve all tests. */
class Windows implements BeforeEachCallback, AfterTestExecutionCallback, AfterAllCallback, ParameterResolver {

    private static final Namespace MINE = Namespace.create(Windows.class);

    /** By the port of the product they look at, and the how-manieth parameter they are. */
    private record Open(Map<String, Window> windows) implements AutoCloseable {

        @Override
        public void close() {
            windows.values().forEach(Window::close);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Window.class;
    }

    @Override
    public Window resolveParameter(ParameterContext parameter, ExtensionContext test) {
        var product = SpringExtension.getApplicationContext(test);
        var port = product.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        return open(test).computeIfAbsent(port + "-" + parameter.getIndex(),
                _ -> new Window(port, product.getBean(MockMvcTester.class)));
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        open(test).values().forEach(Window::empty);
    }

    @Override
    public void afterTestExecution(ExtensionContext test) {
        if (test.getExecutionException().isPresent()) {
            open(test).forEach((name, window) -> window.picture("failed-" + test.getRequiredTestClass().getSimpleName()
                    + "-" + test.getRequiredTestMethod().getName() + "-" + name));
        }
    }

    /** Nothing goes on asking while other tests run. */
    @Override
    public void afterAll(ExtensionContext tests) {
        open(tests).values().forEach(Window::empty);
    }

    private static Map<String, Window> open(ExtensionContext context) {
        return context.getRoot()
            .getStore(MINE)
            .computeIfAbsent("windows", _ -> new Open(new LinkedHashMap<>()), Open.class)
            .windows();
    }
}
