package org.cuntu.platform.clients.internal;

import java.time.Instant;
import java.util.List;
import org.cuntu.platform.clients.MachineClient;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.identity.CallerAuthentication;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/**
 * From a token whose signature, issuer, audience and times are right to its client as it is now. What the token was given
 * for and what the client may still do are both asked: a scope taken from the client is gone from its tokens.
 */
final class ClientCallers implements Converter<Jwt, AbstractAuthenticationToken> {
    private final TokenStore tokens;
    private final ClientStore clients;
    private final CityClock clock;

    ClientCallers(TokenStore tokens, ClientStore clients, CityClock clock) {
        this.tokens = tokens;
        this.clients = clients;
        this.clock = clock;
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        Instant now = clock.now();
        TokenStore.Row row = tokens.findGood(Secrets.hash(token.getTokenValue()), now)
                .filter(good -> good.client().id().equals(token.getSubject()))
                .orElseThrow(() -> new InvalidBearerTokenException("revoked or unknown"));
        MachineClient client = row.client();
        clients.used(client.id(), now);
        List<String> may =
                client.terms().scopes().stream().filter(row.scopes()::contains).toList();
        CallerAuthentication caller = new CallerAuthentication(ClientDirectory.user(client, may));
        caller.setDetails(client);
        return caller;
    }
}
