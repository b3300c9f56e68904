package org.cuntu.platform.clients.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.Home;
import org.cuntu.platform.home.Settings;
import org.cuntu.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing keys: kept, replaced, and published as long as a token of theirs may be good. */
class SigningKeysTest {
    private static final Settings.Clients SETTINGS = new Settings.Clients(
            Duration.ofMinutes(10), Duration.ofDays(30), Duration.ofHours(24), Duration.ofDays(731), 30);

    private final TestClock clock = new TestClock();

    @TempDir
    Path folder;

    private Home home;

    @BeforeEach
    void open() {
        home = Home.open(folder);
    }

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void aKeyIsTheSameAfterARestart() {
        assertThat(keys().current().getKeyID()).isEqualTo(keys().current().getKeyID());
    }

    @Test
    void aKeyIsReplacedAfterItsTime() {
        SigningKeys keys = keys();
        String first = keys.current().getKeyID();

        clock.pass(Duration.ofDays(30).minusMinutes(1));
        assertThat(keys.current().getKeyID()).isEqualTo(first);
        clock.pass(Duration.ofMinutes(2));

        assertThat(keys.current().getKeyID()).isNotEqualTo(first);
    }

    @Test
    void theOldKeyIsPublishedUntilItsLastTokenHasExpired() {
        SigningKeys keys = keys();
        String first = keys.current().getKeyID();
        clock.pass(Duration.ofDays(31));

        String second = keys.current().getKeyID();
        assertThat(published(keys)).containsExactly(second, first);
        assertThat(published(keys())).containsExactly(second, first);
        clock.pass(Duration.ofMinutes(10).plusSeconds(2));

        assertThat(published(keys)).containsExactly(second);
        assertThat(published(keys())).containsExactly(second);
    }

    private SigningKeys keys() {
        return new SigningKeys(home, new CityClock(clock, ZoneId.of("Asia/Shanghai")), SETTINGS);
    }

    private static List<String> published(SigningKeys keys) {
        return keys.get(new JWKSelector(new JWKMatcher.Builder().build()), null).stream()
                .map(JWK::getKeyID)
                .toList();
    }
}
