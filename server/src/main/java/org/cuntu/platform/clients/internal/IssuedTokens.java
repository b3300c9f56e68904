package org.cuntu.platform.clients.internal;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.clients.MachineClient;
import org.cuntu.platform.home.CityClock;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AccessToken.TokenType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The protocol's view of the tokens' rows. A token is found by its own client only: what another's is, is nobody's business.
 */
final class IssuedTokens implements OAuth2AuthorizationService {
    private final TokenStore tokens;
    private final ClientStore clients;
    private final ProofLog proof;
    private final CityClock clock;
    private final TransactionTemplate transaction;

    IssuedTokens(
            TokenStore tokens, ClientStore clients, ProofLog proof, CityClock clock, TransactionTemplate transaction) {
        this.tokens = tokens;
        this.clients = clients;
        this.proof = proof;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        OAuth2Authorization.Token<OAuth2AccessToken> given =
                Objects.requireNonNull(authorization.getAccessToken(), "only access tokens are given");
        transaction.executeWithoutResult(status -> {
            if (given.isInvalidated()) revoke(authorization.getRegisteredClientId(), given.getToken());
            else issue(authorization.getRegisteredClientId(), given.getToken());
        });
    }

    private void issue(String client, OAuth2AccessToken token) {
        Instant now = clock.now();
        tokens.add(
                Secrets.hash(token.getTokenValue()),
                client,
                secretUsed(client, now),
                token.getScopes(),
                Objects.requireNonNull(token.getIssuedAt()),
                Objects.requireNonNull(token.getExpiresAt()));
        clients.used(client, now);
        prove("issue", client, String.join(" ", token.getScopes()));
    }

    /** The secret that this request came with. It may have been rotated away since it was looked at: then there is no token. */
    private UUID secretUsed(String client, Instant now) {
        String hash = Secrets.hash(String.valueOf(caller().getCredentials()));
        return clients.secrets(client, now).stream()
                .filter(row -> Secrets.same(row.hash(), hash))
                .map(ClientStore.SecretRow::id)
                .findFirst()
                .orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT));
    }

    private void revoke(String client, OAuth2AccessToken token) {
        tokens.revoke(Secrets.hash(token.getTokenValue()), clock.now());
        prove("revoke", client, "");
    }

    private void prove(String verb, String client, String more) {
        proof.append(new ProofAct(
                MachineClient.PREFIX + client, "clients:token:" + verb, (client + " " + more).strip(), null));
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        RegisteredClient caller = Objects.requireNonNull(caller().getRegisteredClient());
        return tokens.findGood(Secrets.hash(token), clock.now())
                .filter(row -> row.client().id().equals(caller.getId()))
                .map(row -> authorization(caller, token, row))
                .orElse(null);
    }

    private static OAuth2Authorization authorization(RegisteredClient client, String token, TokenStore.Row row) {
        Set<String> scopes = Set.copyOf(row.scopes());
        return OAuth2Authorization.withRegisteredClient(client)
                .principalName(client.getClientId())
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .authorizedScopes(scopes)
                .accessToken(new OAuth2AccessToken(TokenType.BEARER, token, row.issuedAt(), row.expiresAt(), scopes))
                .build();
    }

    private static OAuth2ClientAuthenticationToken caller() {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof OAuth2ClientAuthenticationToken client)
            return client;
        throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        save(OAuth2Authorization.from(authorization)
                .invalidate(
                        Objects.requireNonNull(authorization.getAccessToken()).getToken())
                .build());
    }

    /** Nothing is looked up by the library's own id. */
    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return null;
    }
}
