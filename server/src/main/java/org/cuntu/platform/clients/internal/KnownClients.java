package org.cuntu.platform.clients.internal;

import java.time.Instant;
import java.util.stream.Collectors;
import org.cuntu.platform.clients.MachineClient;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * The protocol's view of the clients' rows: those that serve at this moment. The library knows one secret a client; here it
 * is the hashes of all that serve, with a blank between.
 */
final class KnownClients implements RegisteredClientRepository, PasswordEncoder {
    private static final String NONE = "-";

    private final ClientStore store;
    private final CityClock clock;
    private final Settings.Clients settings;

    KnownClients(ClientStore store, CityClock clock, Settings.Clients settings) {
        this.store = store;
        this.clock = clock;
        this.settings = settings;
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String id) {
        Instant now = clock.now();
        return store.find(id, now)
                .filter(client -> client.state(now) == MachineClient.State.ACTIVE)
                .map(client -> registered(client, now))
                .orElse(null);
    }

    private RegisteredClient registered(MachineClient client, Instant now) {
        String hashes = store.secrets(client.id(), now).stream()
                .map(ClientStore.SecretRow::hash)
                .collect(Collectors.joining(" "));
        return RegisteredClient.withId(client.id())
                .clientId(client.id())
                .clientName(client.terms().name())
                .clientSecret(hashes.isEmpty() ? NONE : hashes)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(scopes -> scopes.addAll(client.terms().scopes()))
                .clientSettings(ClientSettings.builder().build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(settings.tokenLife())
                        .build())
                .build();
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    /** Clients are registered by {@link org.cuntu.platform.clients.MachineClients} alone. */
    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean matches(@Nullable CharSequence secret, @Nullable String hashes) {
        if (secret == null || hashes == null) return false;
        String hash = Secrets.hash(secret.toString());
        boolean found = false;
        for (String one : hashes.split(" ")) found |= Secrets.same(one, hash);
        return found;
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence secret) {
        throw new UnsupportedOperationException();
    }
}
