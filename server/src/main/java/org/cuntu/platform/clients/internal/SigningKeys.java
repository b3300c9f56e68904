package org.cuntu.platform.clients.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.Home;
import org.cuntu.platform.home.Private;
import org.cuntu.platform.home.Settings;
import org.jspecify.annotations.Nullable;

/**
 * The keys that tokens are signed with (ES256), newest first, in {@code keys/token-keys.json} of the home, mode 0600. A key is
 * replaced after {@code cuntu.clients.key-life}; the old one stays until the last token that it signed has expired. Made
 * when the first token is. Thread safe.
 */
final class SigningKeys implements JWKSource<SecurityContext> {
    private final Path file;
    private final CityClock clock;
    private final Settings.Clients settings;
    private @Nullable List<ECKey> kept;

    SigningKeys(Home home, CityClock clock, Settings.Clients settings) {
        this.file = home.keys().resolve("token-keys.json");
        this.clock = clock;
        this.settings = settings;
    }

    /** The one to sign with. */
    ECKey current() {
        return all().getFirst();
    }

    /** Those that a good token may be signed with. */
    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        return selector.select(new JWKSet(List.copyOf(all())));
    }

    private synchronized List<ECKey> all() {
        Instant now = clock.now();
        List<ECKey> before = kept == null ? read() : kept;
        List<ECKey> keys = new ArrayList<>();
        if (before.isEmpty() || !due(before.getFirst()).isAfter(now)) keys.add(made(now));
        for (ECKey key : before) {
            ECKey next = keys.isEmpty() || key.getExpirationTime() != null ? key : retired(key, now);
            if (next.getExpirationTime() == null
                    || next.getExpirationTime().toInstant().isAfter(now)) keys.add(next);
        }
        if (!keys.equals(before)) write(keys);
        kept = List.copyOf(keys);
        return kept;
    }

    /** When the key is to be replaced. */
    private Instant due(ECKey key) {
        Instant made =
                Optional.ofNullable(key.getIssueTime()).map(Date::toInstant).orElse(Instant.EPOCH);
        return made.plus(settings.keyLife());
    }

    private ECKey retired(ECKey key, Instant now) {
        // a second more than a token lives: JWK times are whole seconds
        Instant end = now.plus(settings.tokenLife()).plusSeconds(1);
        return new ECKey.Builder(key).expirationTime(Date.from(end)).build();
    }

    private static ECKey made(Instant now) {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyIDFromThumbprint(true)
                    .issueTime(Date.from(now))
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<ECKey> read() {
        if (!Files.exists(file)) return List.of();
        try {
            return JWKSet.parse(Files.readString(file)).getKeys().stream()
                    .map(JWK::toECKey)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException e) {
            throw new IllegalStateException("no keys in " + file, e);
        }
    }

    private void write(List<ECKey> keys) {
        try {
            Private.write(file, new JWKSet(List.copyOf(keys)).toString(false) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
