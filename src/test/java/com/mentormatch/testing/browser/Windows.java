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

/** Opens the windows a test class asks for, empties them before each test, closes them at the end. */
class Windows implements BeforeEachCallback, AfterTestExecutionCallback, AfterAllCallback, ParameterResolver {

    private static final Namespace MINE = Namespace.create(Windows.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Window.class;
    }

    @Override
    public Window resolveParameter(ParameterContext parameter, ExtensionContext test) {
        var port = SpringExtension.getApplicationContext(test).getEnvironment().getRequiredProperty("local.server.port",
                Integer.class);
        return open(test).computeIfAbsent(parameter.getParameter().getName(), _ -> new Window(port));
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        open(test).values().forEach(Window::empty);
    }

    @Override
    public void afterTestExecution(ExtensionContext test) {
        if (test.getExecutionException().isPresent()) {
            open(test).forEach((name, window) -> window.shot("failed-" + test.getRequiredTestClass().getSimpleName()
                    + "-" + test.getRequiredTestMethod().getName() + "-" + name));
        }
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        open(tests).values().forEach(Window::close);
    }

    /** Kept with the test class. */
    @SuppressWarnings("unchecked")
    private static Map<String, Window> open(ExtensionContext context) {
        var ofClass = context.getTestMethod().isPresent() ? context.getParent().orElseThrow() : context;
        while (ofClass.getTestMethod().isPresent() || ofClass.getTestClass().isEmpty()) {
            ofClass = ofClass.getParent().orElseThrow();
        }
        return ofClass.getStore(MINE).computeIfAbsent("windows", _ -> new LinkedHashMap<String, Window>(), Map.class);
    }
}
