package com.mentormatch.account.security;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * Sessions that remember the minute they were last used in, not the microsecond: most requests then write nothing, and
 * a page costs a third of what it would.
 */
final class MinuteSessions<S extends Session> implements SessionRepository<MinuteSessions.MinuteSession<S>> {

    private final SessionRepository<S> kept;

    MinuteSessions(SessionRepository<S> kept) {
        this.kept = kept;
    }

    @Override
    public MinuteSession<S> createSession() {
        return new MinuteSession<>(kept.createSession());
    }

    @Override
    public void save(MinuteSession<S> session) {
        kept.save(session.kept);
    }

    @Override
    public @Nullable MinuteSession<S> findById(String id) {
        var found = kept.findById(id);
        return found == null ? null : new MinuteSession<>(found);
    }

    @Override
    public void deleteById(String id) {
        kept.deleteById(id);
    }

    static final class MinuteSession<S extends Session> implements Session {

        private final S kept;

        private MinuteSession(S kept) {
            this.kept = kept;
        }

        @Override
        public void setLastAccessedTime(Instant time) {
            var minute = time.truncatedTo(ChronoUnit.MINUTES);
            if (!minute.equals(kept.getLastAccessedTime().truncatedTo(ChronoUnit.MINUTES))) {
                kept.setLastAccessedTime(minute);
            }
        }

        @Override
        public String getId() {
            return kept.getId();
        }

        @Override
        public String changeSessionId() {
            return kept.changeSessionId();
        }

        @Override
        public <T> @Nullable T getAttribute(String name) {
            return kept.getAttribute(name);
        }

        @Override
        public Set<String> getAttributeNames() {
            return kept.getAttributeNames();
        }

        @Override
        public void setAttribute(String name, @Nullable Object value) {
            kept.setAttribute(name, value);
        }

        @Override
        public void removeAttribute(String name) {
            kept.removeAttribute(name);
        }

        @Override
        public Instant getCreationTime() {
            return kept.getCreationTime();
        }

        @Override
        public Instant getLastAccessedTime() {
            return kept.getLastAccessedTime();
        }

        @Override
        public void setMaxInactiveInterval(Duration interval) {
            kept.setMaxInactiveInterval(interval);
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return kept.getMaxInactiveInterval();
        }

        @Override
        public boolean isExpired() {
            return kept.isExpired();
        }
    }
}
