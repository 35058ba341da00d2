package com.mentormatch.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What goes wrong next at a stand-in. A fault stays on until it was used up or all are cleared.
 *
 * @param <C> the calls it knows, one of which stands for any
 * @param <F> the ways in which they fail
 */
public final class Faults<C, F> {

    public record Planned<C, F>(C call, F fault, int times) {}

    private final C any;
    private final List<Planned<C, F>> planned = new ArrayList<>();

    public Faults(C any) {
        this.any = any;
    }

    /** The next {@code times} requests of this kind fail so. */
    public synchronized void failNext(C call, F fault, int times) {
        planned.add(new Planned<>(call, fault, times));
    }

    /** Every request of this kind fails so until {@link #clear()}. */
    public void failAll(C call, F fault) {
        failNext(call, fault, Integer.MAX_VALUE);
    }

    /** All is well again; requests that hang are let go. */
    public synchronized void clear() {
        planned.clear();
        notifyAll();
    }

    public synchronized List<Planned<C, F>> planned() {
        return List.copyOf(planned);
    }

    /** Used up by one. */
    public synchronized Optional<F> next(C call) {
        for (var at = 0; at < planned.size(); at++) {
            var plan = planned.get(at);
            if (!plan.call().equals(any) && !plan.call().equals(call)) {
                continue;
            }
            if (plan.times() == 1) {
                planned.remove(at);
            } else if (plan.times() < Integer.MAX_VALUE) {
                planned.set(at, new Planned<>(plan.call(), plan.fault(), plan.times() - 1));
            }
            return Optional.of(plan.fault());
        }
        return Optional.empty();
    }

    /** Until all is well again, at most a minute. */
    public synchronized void hang() throws InterruptedException {
        wait(60_000);
    }
}
