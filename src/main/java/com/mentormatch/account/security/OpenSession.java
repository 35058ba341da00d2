package com.mentormatch.account.security;

import com.mentormatch.account.Standing;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/** Opens the session of somebody who has just proved who they are. */
@Component
public class OpenSession {

    private final SessionContexts contexts;
    private final SessionAuthenticationStrategy fresh;

    OpenSession(SessionContexts contexts, CsrfTokenRepository tokens) {
        this.contexts = contexts;
        this.fresh = new CompositeSessionAuthenticationStrategy(
                List.of(new ChangeSessionIdAuthenticationStrategy(), new CsrfAuthenticationStrategy(tokens)));
    }

    /** Whoever had it is gone: nothing of them is remembered in this browser. */
    public void end(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }

    /** Under a new id and with a new form token: what somebody planted before is worth nothing. */
    public void open(Standing standing, HttpServletRequest request, HttpServletResponse response) {
        var authentication = new ViewerAuthentication(standing);
        fresh.onAuthentication(authentication, request, response);
        var context = new SecurityContextImpl(authentication);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }
}
