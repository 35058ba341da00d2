package com.mentormatch.account.security;

import com.mentormatch.account.Badges;
import com.mentormatch.account.Unread;
import com.mentormatch.web.KnownZone;
import com.mentormatch.web.LayoutAttributes;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** {@code me} for the layout, and the zone of the account, both from what the request's sign-in has read already. */
@Component
class Layout implements LayoutAttributes, KnownZone {

    private final ObjectProvider<Badges> badges;
    private final ObjectProvider<Unread> unread;

    Layout(ObjectProvider<Badges> badges, ObjectProvider<Unread> unread) {
        this.badges = badges;
        this.unread = unread;
    }

    @Override
    public void addTo(Map<String, Object> model, HttpServletRequest request) {
        if (signedIn() instanceof ViewerAuthentication viewer) {
            model.put("me", new Me(viewer.person(), viewer.getPrincipal().admin(), badges, unread));
        }
    }

    @Override
    public @Nullable ZoneId of(HttpServletRequest request) {
        return signedIn() instanceof ViewerAuthentication viewer ? viewer.person().zone() : null;
    }

    private static @Nullable Object signedIn() {
        return SecurityContextHolder.getContext().getAuthentication();
    }
}
