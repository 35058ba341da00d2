package com.mentormatch.sandbox.zoom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What goes wrong next. */
public final class Faults {

    public record Planned(Call call, Fault fault, int times) {}

    private final List<Planned> planned = new ArrayList<>();

    /** The next {@code times} requests of this kind fail so. */
    public synchronized void failNext(Call call, Fault fault, int times) {
        planned.add(new Planned(call, fault, times));
    }

    /** All is well again; requests that hang are let go. */
    public synchronized void clear() {
        planned.clear();
        notifyAll();
    }

    public synchronized List<Planned> planned() {
        return List.copyOf(planned);
    }

    synchronized Optional<Fault> next(Call call) {
        for (var at = 0; at < planned.size(); at++) {
            var plan = planned.get(at);
            if (plan.call().matches(call)) {
                if (plan.times() == 1) {
                    planned.remove(at);
                } else {
                    planned.set(at, new Planned(plan.call(), plan.fault(), plan.times() - 1));
                }
                return Optional.of(plan.fault());
            }
        }
        return Optional.empty();
    }

    synchronized void hang() throws InterruptedException {
        wait(60_000);
    }
}
