package org.cuntu.platform.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.cuntu.platform.home.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets at rest: under the home's own key, and each at its own place. */
class HomeKeyTest {
    @TempDir
    Path folder;

    @Test
    void whatIsSealedOpensAfterAnotherStartOfTheSameHome() throws IOException {
        String sealed;
        try (Home home = Home.open(folder)) {
            sealed = new HomeKey(home).seal("450206199001011234", "account.identity a");
        }
        try (Home home = Home.open(folder)) {
            assertThat(new HomeKey(home).open(sealed, "account.identity a")).isEqualTo("450206199001011234");
            assertThat(sealed).doesNotContain("4502");
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(home.keys().resolve("identity.key"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void itOpensNeitherInAnotherRowNorChangedNorInAnotherHome(@TempDir Path other) {
        try (Home home = Home.open(folder);
                Home stranger = Home.open(other)) {
            HomeKey key = new HomeKey(home);
            String sealed = key.seal("secret", "account.phone a");
            String changed = (sealed.charAt(20) == 'A' ? "B" : "A") + sealed.substring(1);

            assertThatThrownBy(() -> key.open(sealed, "account.phone b")).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> key.open(changed, "account.phone a")).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> new HomeKey(stranger).open(sealed, "account.phone a"))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void theSameTextIsSealedOtherwiseEachTime() {
        try (Home home = Home.open(folder)) {
            HomeKey key = new HomeKey(home);

            assertThat(key.seal("x", "p")).isNotEqualTo(key.seal("x", "p"));
        }
    }
}
