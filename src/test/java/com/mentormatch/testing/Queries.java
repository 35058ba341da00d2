package com.mentormatch.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The statements a piece of work sends, whether through JPA or JDBC. They are counted on the thread of the caller, which
 * is where {@code MockMvcTester} handles requests too.
 */
public final class Queries {

    private static final ThreadLocal<List<String>> SENT = new ThreadLocal<>();

    private Queries() {}

    /** Every statement the work prepares, in order; a batch is one. What a node reads anew every other second is left out. */
    public static List<String> of(Runnable work) {
        var sent = new ArrayList<String>();
        SENT.set(sent);
        try {
            work.run();
            sent.removeIf(statement -> statement.contains("FROM booking_rules"));
            return sent;
        } finally {
            SENT.remove();
        }
    }

    static final class Listening implements BeanPostProcessor {

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof DataSource database ? new Heard(database) : bean;
        }
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
        return (Connection) Proxy.newProxyInstance(Queries.class.getClassLoader(), new Class<?>[]{Connection.class},
                (self, method, arguments) -> {
                    if (method.getName().equals("equals")) {
                        return self == arguments[0];
                    }
                    if (method.getName().startsWith("prepare") && SENT.get() != null) {
                        SENT.get().add((String) arguments[0]);
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }
}
