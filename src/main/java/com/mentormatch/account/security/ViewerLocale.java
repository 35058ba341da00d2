package com.mentormatch.account.security;

import com.mentormatch.account.EditAccount;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** The language of the account, else the first the browser asks for that there are texts in. */
@Component("localeResolver")
class ViewerLocale extends AcceptHeaderLocaleResolver {

    ViewerLocale() {
        setSupportedLocales(EditAccount.LOCALES);
        setDefaultLocale(Locale.ENGLISH);
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return SecurityContextHolder.getContext().getAuthentication() instanceof ViewerAuthentication viewer
                ? viewer.person().locale()
                : super.resolveLocale(request);
    }
}
