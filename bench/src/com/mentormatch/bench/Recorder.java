package com.mentormatch.bench;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serializable;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.web.filter.OncePerRequestFilter;

/** Writes down what a request sends to the database, for requests that ask for it; others pay a look at a header. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class Recorder extends OncePerRequestFilter implements BeanPostProcessor {

    private static final ThreadLocal<ArrayList<Sent>> SENT = new ThreadLocal<>();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var file = request.getHeader(Recordings.HEADER);
        if (file == null || file.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        var sent = new ArrayList<Sent>();
        SENT.set(sent);
        try {
            chain.doFilter(request, response);
        } finally {
            SENT.remove();
        }
        Recordings.write(Path.of(file), new Recordings.Page(sent, 0));
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource database ? new Heard(database) : bean;
    }

    private static final class Heard extends DelegatingDataSource {

        Heard(DataSource database) {
            super(database);
        }

        @Override
        public Connection getConnection() throws SQLException {
            var connection = super.getConnection();
            return SENT.get() == null ? connection : heard(connection);
        }
    }

    private static Connection heard(Connection connection) {
        return proxy(Connection.class, (_, method, arguments) -> {
            var result = call(connection, method, arguments);
            return result instanceof PreparedStatement statement
                    ? heard(statement, new Sent((String) arguments[0], new ArrayList<>()))
                    : result;
        });
    }

    private static PreparedStatement heard(PreparedStatement statement, Sent sent) {
        return proxy(PreparedStatement.class, (_, method, arguments) -> {
            if (method.getName().startsWith("set") && arguments != null && arguments.length >= 2
                    && arguments[0] instanceof Integer position) {
                while (sent.parameters().size() < position) {
                    sent.parameters().add(null);
                }
                sent.parameters().set(position - 1,
                        method.getName().equals("setNull") ? null : (Serializable) arguments[1]);
            } else if (sends(method) && SENT.get() != null) {
                SENT.get().add(new Sent(sent.sql(), new ArrayList<>(sent.parameters())));
            }
            return call(statement, method, arguments);
        });
    }

    /** A batch is sent later, with the parameters its statements have when they are added to it. */
    private static boolean sends(Method method) {
        var name = method.getName();
        return name.equals("addBatch") || name.startsWith("execute") && !name.endsWith("Batch");
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(Recorder.class.getClassLoader(), new Class<?>[]{type}, handler));
    }
}
