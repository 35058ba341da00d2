package com.mentormatch.bench;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The other divisor: whatever the product writes for one request, and nothing it reads, in one transaction of plain
 * JDBC from this very process, with new ids each time.
 */
final class RawTransaction implements Visit {

    /** In quarters of an hour, with a buffer. */
    private static final int LONGEST_SESSION = 8;

    private final String database;
    private final List<Sent> writes;
    private final Instant recordedAt;
    private final Queue<Connection> idle = new ConcurrentLinkedQueue<>();
    private final AtomicInteger done = new AtomicInteger();

    private RawTransaction(String database, List<Sent> writes, Instant recordedAt) {
        this.database = database;
        this.writes = writes;
        this.recordedAt = recordedAt;
    }

    /** @param request one that writes; it is made and sent here, so that the ids in it are new */
    static RawTransaction recorded(Place place, String name, Supplier<HttpRequest.Builder> request)
            throws IOException, InterruptedException {
        var now = Instant.now();
        var page = Recordings.ask(request.get(), place.home().resolve(name));
        var writes = page.statements().stream().filter(RawTransaction::always).toList();
        System.out.printf("A %s takes %d statements, %d of them write%n", name, page.statements().size(),
                writes.size());
        return new RawTransaction(place.database(), writes, now);
    }

    /** When somebody was last seen is written once a minute. */
    private static boolean always(Sent sent) {
        return sent.writes() && !sent.sql().contains("SPRING_SESSION");
    }

    @Override
    public void once() throws SQLException {
        var connection = idle.poll();
        if (connection == null) {
            connection = DriverManager.getConnection(database);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connection.setAutoCommit(false);
        }
        var renewal = new Renewal(recordedAt, LONGEST_SESSION * done.incrementAndGet());
        for (var write : writes) {
            try (var statement = write.on(connection, renewal.of(write))) {
                statement.execute();
            }
        }
        connection.commit();
        idle.add(connection);
    }
}
