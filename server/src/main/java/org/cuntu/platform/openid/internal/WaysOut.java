package org.cuntu.platform.openid.internal;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.cuntu.platform.home.CityClock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;

/**
 * Who is at the provider just now: what each browser must bring back. The session's cookie does not come with a way back
 * from elsewhere (SameSite=Strict), so each has a cookie of its own; of this process, for ten minutes. Thread safe.
 */
@Component
@ConditionalOnWebApplication
class WaysOut {
    static final Duration LASTS = Duration.ofMinutes(10);
    private static final int MOST = 10_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final CityClock clock;
    private final Map<String, Way> open = new ConcurrentHashMap<>();

    WaysOut(CityClock clock) {
        this.clock = clock;
    }

    /** @param to the page's own address that was wanted */
    record Way(OAuth2AuthorizationRequest request, String to, Instant begun) {}

    /** The cookie's value. */
    String begin(OAuth2AuthorizationRequest request, String to) {
        Instant now = clock.now();
        if (open.size() >= MOST) open.values().removeIf(way -> isOver(way, now));
        if (open.size() >= MOST) open.clear();
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        String key = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        open.put(key, new Way(request, to, now));
        return key;
    }

    /** Once. */
    Optional<Way> end(String key) {
        return Optional.ofNullable(open.remove(key)).filter(way -> !isOver(way, clock.now()));
    }

    private static boolean isOver(Way way, Instant now) {
        return way.begun().plus(LASTS).isBefore(now);
    }
}
