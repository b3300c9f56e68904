package org.cuntu.platform.clients.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2ClientCredentialsAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;

/** A request for a token; one that names no scope asks for all that its client has (RFC 6749, 3.3). */
final class TokenRequests implements AuthenticationConverter {
    private final OAuth2ClientCredentialsAuthenticationConverter library =
            new OAuth2ClientCredentialsAuthenticationConverter();

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        if (!(library.convert(request) instanceof OAuth2ClientCredentialsAuthenticationToken asked)) return null;
        if (!asked.getScopes().isEmpty() || !(asked.getPrincipal() instanceof OAuth2ClientAuthenticationToken client))
            return asked;
        return new OAuth2ClientCredentialsAuthenticationToken(
                client,
                Objects.requireNonNull(client.getRegisteredClient()).getScopes(),
                asked.getAdditionalParameters());
    }
}
