package org.cuntu.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Locale;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.platform.home.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file H2 is only opened so that it keeps what it acknowledged (contracts 9). */
class DatabaseUrlTest {
    private static final String SAFE = ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";

    @TempDir
    Path folder;

    @Test
    void theHomesOwnDatabaseIsSafe() {
        try (Home home = Home.open(folder)) {
            assertThat(DatabaseUrl.of(null, home).value())
                    .isEqualTo("jdbc:h2:file:" + folder.resolve("db/cuntu") + SAFE);
        }
    }

    @Test
    void withoutAHomeNothingIsWritten() {
        try (Home home = Home.inMemory()) {
            assertThat(DatabaseUrl.of(null, home).value()).startsWith("jdbc:h2:mem:");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:file:./x",
                "jdbc:h2:./x;WRITE_DELAY=0",
                "jdbc:h2:~/x;DB_CLOSE_ON_EXIT=FALSE",
                "jdbc:h2:./x;DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0500",
                "jdbc:h2:./x;DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=05",
                "jdbc:h2:tcp://127.0.0.1/x",
                "jdbc:h2:./x;write_delay=500;db_close_on_exit=false"
            })
    void aFileThatCouldForgetIsRefused(String url) {
        assertRefused("home.database-unsafe", url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:./x;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE",
                "jdbc:h2:./x;db_close_on_exit=false;write_delay=0",
                "jdbc:h2:mem:x",
                "jdbc:postgresql://127.0.0.1/cuntu"
            })
    void whatKeepsIsTaken(String url) {
        try (Home home = Home.inMemory()) {
            assertThat(DatabaseUrl.of(url, home).value()).isEqualTo(url);
        }
    }

    @Test
    void anotherDatabaseIsRefusedWithoutShowingItsPassword() {
        assertRefused("home.database-unknown", "jdbc:mysql://127.0.0.1/x?user=a&password=secret");
    }

    private static void assertRefused(String code, String url) {
        try (Home home = Home.inMemory()) {
            assertThatThrownBy(() -> DatabaseUrl.of(url, home)).isInstanceOfSatisfying(InputRefused.class, e -> {
                assertThat(e.problems().getFirst().code()).isEqualTo(code);
                assertThat(e.problems().getFirst().what(Locale.ENGLISH)).doesNotContain("secret");
            });
        }
    }
}
