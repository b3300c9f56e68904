package org.cuntu.platform.openid.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.Home;
import org.cuntu.platform.home.Settings;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** What a trusted provider must be before the server listens: whole settings, TLS outside this machine, a secret that is one. */
@Component
@ConditionalOnWebApplication
class OpenIdRules implements SmartInitializingSingleton {
    private static final String SECRET = "openid-client-secret";

    private final Settings.OpenId settings;
    private final Path secret;

    OpenIdRules(Settings settings, Home home) {
        this.settings = settings.openId();
        this.secret = home.keys().resolve(SECRET);
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (!settings.isSet()) return;
        if (settings.clientId().isBlank() || settings.claim().isBlank()) throw refused("open-id.settings");
        if (!isSafe(settings.issuer())) throw refused("open-id.issuer", "issuer", settings.issuer());
        if (!Files.isReadable(secret)) throw refused("open-id.secret", "file", secret);
    }

    /** The client's secret, read when it is needed: it may be replaced while the server runs. */
    String secret() {
        try {
            return Files.readString(secret).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** TLS; on this machine also without. */
    static boolean isSafe(String address) {
        try {
            URI uri = new URI(address);
            boolean here = "127.0.0.1".equals(uri.getHost()) || "localhost".equals(uri.getHost());
            return uri.getHost() != null
                    && uri.getRawQuery() == null
                    && uri.getRawUserInfo() == null
                    && ("https".equals(uri.getScheme()) || here && "http".equals(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static InputRefused refused(String code, Object... args) {
        return new InputRefused(Problem.refused(code, Problem.Place.UNKNOWN, args));
    }
}
