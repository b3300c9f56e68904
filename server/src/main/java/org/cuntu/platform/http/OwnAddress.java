package org.cuntu.platform.http;

import org.cuntu.platform.home.Settings;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Where this installation is reached, as it says of itself to other programs; never what a request's Host header says. */
@Component
public class OwnAddress {
    private final Settings settings;
    private final Environment environment;

    OwnAddress(Settings settings, Environment environment) {
        this.settings = settings;
        this.environment = environment;
    }

    /**
     * The setting {@code cuntu.public-url}, or this machine's own address with the port that is listened on; without a slash
     * at the end.
     */
    public String get() {
        if (!settings.publicUrl().isEmpty()) return settings.publicUrl();
        return "http://127.0.0.1:" + environment.getProperty("local.server.port", "8750");
    }

    /** Whether it is reached over TLS. */
    public boolean isSecure() {
        return get().startsWith("https:");
    }
}
