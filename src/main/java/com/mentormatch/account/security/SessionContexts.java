package com.mentormatch.account.security;

import com.mentormatch.account.AccountId;
import com.mentormatch.account.Standings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Keeps who is signed in as one short text in the session: the format's version, the account, its security stamp.
 *
 * <p>A serialised security context would break with the next version of the library, and would go on believing in
 * yesterday's role. Here the account is asked at each request instead, so that a changed role counts at once and a
 * session whose stamp is no longer the account's is over, on whichever node it was opened.
 */
@Component
class SessionContexts implements SecurityContextRepository {

    static final String ATTRIBUTE = "viewer";

    private static final String VERSION = "1";

    private final Standings standings;

    SessionContexts(Standings standings) {
        this.standings = standings;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Deferred(request);
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        if (context.getAuthentication() instanceof ViewerAuthentication signedIn) {
            var standing = signedIn.standing();
            request.getSession()
                .setAttribute(ATTRIBUTE, VERSION + " " + standing.person().id() + " " + standing.stamp());
        } else {
            var session = request.getSession(false);
            if (session != null) {
                session.removeAttribute(ATTRIBUTE);
            }
        }
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return stored(request) != null;
    }

    /** The account a session belongs to, for the index of sessions by account; null for a text this version cannot read. */
    static @Nullable String owner(@Nullable Object stored) {
        return stored instanceof String text && text.split(" ") instanceof String[] parts && parts.length == 3
                && parts[0].equals(VERSION) ? parts[1] : null;
    }

    private static @Nullable String stored(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(ATTRIBUTE) instanceof String text ? text : null;
    }

    private SecurityContext load(HttpServletRequest request) {
        var text = stored(request);
        var owner = owner(text);
        if (text == null || owner == null) {
            return new SecurityContextImpl();
        }
        var stamp = UUID.fromString(text.substring(text.lastIndexOf(' ') + 1));
        return standings.of(AccountId.valueOf(owner))
            .filter(standing -> standing.stamp().equals(stamp))
            .map(standing -> new SecurityContextImpl(new ViewerAuthentication(standing)))
            .orElseGet(() -> {
                request.getSession().invalidate();
                return new SecurityContextImpl();
            });
    }

    /** Asked at most once a request, and not at all where nobody wants to know who is looking. */
    private final class Deferred implements DeferredSecurityContext {

        private final HttpServletRequest request;
        private @Nullable SecurityContext context;

        Deferred(HttpServletRequest request) {
            this.request = request;
        }

        @Override
        public SecurityContext get() {
            if (context == null) {
                context = load(request);
            }
            return context;
        }

        @Override
        public boolean isGenerated() {
            return get().getAuthentication() == null;
        }
    }
}
