package com.mentormatch.shared;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs a piece of work as one transaction, again from the start when the database gave it up for another's sake.
 *
 * <p>Only whole transactions are repeated: after a deadlock the server has rolled all of it back. Repeated are
 * deadlock (1213), lock wait time-out (1205), a certification conflict on a cluster (3101, 1180 at commit) and a
 * changed snapshot (1020), or another wrote the same row first: a stale version, or a duplicate key (1062), which is often
 * the success of an earlier copy of the same request; work that can meet one begins by looking for what it would make.
 * A connection lost during commit is not: that commit may have happened, and the form token
 * under its unique key is what tells. Inside a running transaction the work simply joins it.
 */
@Component
public class Transactions {

    private static final int DUPLICATE_KEY = 1062;
    private static final Set<Integer> GIVEN_UP = Set.of(1213, 1205, 3101, 1180, 1020, DUPLICATE_KEY);

    private final TransactionTemplate template;
    private final RetryTemplate retry = new RetryTemplate(RetryPolicy.builder()
        .maxRetries(5)
        .delay(Duration.ofMillis(15))
        .jitter(Duration.ofMillis(15))
        .multiplier(2)
        .predicate(Transactions::givenUp)
        .build());

    Transactions(PlatformTransactionManager manager) {
        this.template = new TransactionTemplate(manager);
    }

    public <T> T run(Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return work.get();
        }
        try {
            return retry.execute(() -> template.execute(_ -> work.get()));
        } catch (RetryException exhausted) {
            throw exhausted.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(exhausted.getCause());
        }
    }

    public void run(Runnable work) {
        run(() -> {
            work.run();
            return null;
        });
    }

    static boolean givenUp(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockingFailureException
                    || cause instanceof SQLException sql && GIVEN_UP.contains(sql.getErrorCode())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a failure is a duplicate key (1062), often the success of an earlier try. */
    public static boolean isDuplicateKey(Throwable failure) {
        return NestedExceptionUtils.getMostSpecificCause(failure) instanceof SQLException sql
                && sql.getErrorCode() == DUPLICATE_KEY;
    }
}
