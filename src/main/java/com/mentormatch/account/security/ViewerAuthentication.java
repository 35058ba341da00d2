package com.mentormatch.account.security;

import com.mentormatch.account.Person;
import com.mentormatch.account.SignedIn;
import com.mentormatch.account.Standing;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** A signed-in person as Spring Security sees them. Made for each request from the database, never stored. */
public final class ViewerAuthentication extends AbstractAuthenticationToken {

    private final transient Standing standing;

    public ViewerAuthentication(Standing standing) {
        super(AuthorityUtils.createAuthorityList("ROLE_" + standing.role()));
        this.standing = standing;
        setAuthenticated(true);
    }

    @Override
    public SignedIn getPrincipal() {
        return standing.viewer();
    }

    public Person person() {
        return standing.person();
    }

    Standing standing() {
        return standing;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return standing.person().id().toString();
    }
}
