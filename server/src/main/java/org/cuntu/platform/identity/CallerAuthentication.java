package org.cuntu.platform.identity;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/**
 * The authentication of a caller that is no person with an account: a machine client. It was looked up at this request, and
 * is never kept in a session.
 */
public final class CallerAuthentication extends AbstractAuthenticationToken {
    private final transient User caller;

    /** @param caller whose id is no account's */
    public CallerAuthentication(User caller) {
        super(List.of());
        this.caller = caller;
        setAuthenticated(true);
    }

    /** Who calls, with what it may do now. */
    public User caller() {
        return caller;
    }

    /** The caller's id. */
    @Override
    public String getPrincipal() {
        return caller.id();
    }

    @Override
    public String getCredentials() {
        return "";
    }
}
