package com.mentormatch.bench;

import com.mentormatch.availability.SlotEngineBenchmark;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** P3: the slot engine by itself. */
final class EngineFigures implements Figures {

    @Override
    public Set<String> names() {
        return Set.of("P3");
    }

    @Override
    public void measure(Only only, Report report) throws RunnerException {
        var options = new OptionsBuilder().include(SlotEngineBenchmark.class.getName())
            .forks(2)
            .jvmArgs("-Xmx256m")
            .warmupIterations(5)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(10)
            .measurementTime(TimeValue.seconds(1))
            .timeUnit(TimeUnit.MICROSECONDS)
            .verbosity(VerboseMode.SILENT)
            .build();
        for (var result : new Runner(options).run()) {
            var figures = result.getAggregatedResult().getPrimaryResult().getStatistics();
            report.add("P3", "slot engine, µs", "%.2f", "≤ 5", figures.getMin(), figures.getPercentile(50),
                    figures.getMax());
        }
    }
}
