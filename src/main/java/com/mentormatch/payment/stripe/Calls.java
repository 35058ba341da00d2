package com.mentormatch.payment.stripe;

import com.mentormatch.payment.Till;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import com.stripe.model.HasId;
import com.stripe.model.StripeCollection;
import com.stripe.net.RequestOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * One question to Stripe, asked up to three times within nine seconds, so that the person waiting has an answer within
 * ten. Asked again is what Stripe wants asked again: too many requests, a key still in use, a breakdown, a broken
 * connection. Always with the same key.
 */
@Component
class Calls {

    private static final int TRIES = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(9);
    private static final int SHORTEST_READ = 1_000;

    interface Call<T> {
        T with(RequestOptions options) throws StripeException;
    }

    private final int longestRead;
    private final long pause;

    Calls(StripeSettings settings) {
        this.longestRead = (int) settings.readTimeout().toMillis();
        this.pause = settings.pause().toMillis();
    }

    <T> T read(Call<T> call) {
        return write(null, call);
    }

    /** @param account of a mentor's to ask in; null for the platform's own */
    <T> T read(@Nullable String account, Call<T> call) {
        return ask(RequestOptions.builder().setStripeAccount(account), call);
    }

    /** @param key the idempotency key, or null for a question that changes nothing */
    <T> T write(@Nullable String key, Call<T> call) {
        return ask(RequestOptions.builder().setIdempotencyKey(key), call);
    }

    interface Page<T extends HasId> {
        StripeCollection<T> after(@Nullable String id, RequestOptions options) throws StripeException;
    }

    /** Every page of a list, one question each. */
    <T extends HasId> List<T> all(Page<T> pages) {
        var found = new ArrayList<T>();
        StripeCollection<T> page;
        do {
            var last = found.isEmpty() ? null : found.getLast().getId();
            page = read(options -> pages.after(last, options));
            found.addAll(page.getData());
        } while (Boolean.TRUE.equals(page.getHasMore()));
        return found;
    }

    private <T> T ask(RequestOptions.RequestOptionsBuilder options, Call<T> call) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Stripe is never asked inside a database transaction");
        }
        var end = System.nanoTime() + PATIENCE.toNanos();
        for (var attempt = 1;; attempt++) {
            var left = (end - System.nanoTime()) / 1_000_000;
            try {
                return call.with(options.setConnectTimeout(StripeConfiguration.CONNECT_MILLIS)
                    .setReadTimeout((int) Math.min(longestRead, left))
                    .build());
            } catch (StripeException failure) {
                if (!passing(failure)) {
                    throw new Till.Refused(words(failure), failure);
                }
                var wait = pause * attempt * attempt + ThreadLocalRandom.current().nextLong(1 + pause);
                left = (end - System.nanoTime()) / 1_000_000;
                if (attempt == TRIES || left < wait + SHORTEST_READ) {
                    throw new Till.Unavailable(words(failure), failure);
                }
                sleep(wait, failure);
            }
        }
    }

    private static boolean passing(StripeException failure) {
        return failure instanceof ApiConnectionException || failure instanceof RateLimitException
                || failure.getStatusCode() == null || failure.getStatusCode() == 409 || failure.getStatusCode() == 429
                || failure.getStatusCode() >= 500 || failure.getStatusCode() == 200;
    }

    private static void sleep(long millis, StripeException failure) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Till.Unavailable("Interrupted", failure);
        }
    }

    /** Enough to find it again at Stripe, nothing a card or a person would be known by. */
    private static String words(StripeException failure) {
        return "Stripe: " + failure.getClass().getSimpleName() + " status " + failure.getStatusCode() + " code "
                + failure.getCode() + " request " + failure.getRequestId();
    }
}
