package com.mentormatch.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Processor time used by servers and database, in ticks of 10 ms, from {@code /proc}. The database is the one this
 * process started, or whichever runs here where none was started.
 */
final class Cpu {

    private final List<Long> processes = new ArrayList<>();

    Cpu(long... servers) {
        for (var server : servers) {
            processes.add(server);
        }
        var own = ProcessHandle.current().descendants().filter(Cpu::isDatabase).toList();
        (own.isEmpty() ? ProcessHandle.allProcesses().filter(Cpu::isDatabase) : own.stream())
            .forEach(process -> processes.add(process.pid()));
    }

    private static boolean isDatabase(ProcessHandle process) {
        return process.info().command().map(Cpu::isDatabase).orElse(false);
    }

    private static boolean isDatabase(String command) {
        var name = Path.of(command).getFileName().toString();
        return name.startsWith("mariadbd") || name.startsWith("mysqld");
    }

    long ticks() {
        return processes.stream().mapToLong(Cpu::of).sum();
    }

    private static long of(long process) {
        try {
            var line = Files.readString(Path.of("/proc/" + process + "/stat"));
            var fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
