package org.cuntu.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo's accounts: made once, their passwords in a file that the owner alone may read. */
class DemoAccountsTest {
    @TempDir
    Path home;

    @Test
    void everyDemoPersonSignsInWithThePasswordMadeForIt() throws IOException {
        try (TestApplication application = TestApplication.start(home, false)) {
            DemoAccounts.Prepared prepared =
                    application.bean(DemoAccounts.class).prepare();

            assertThat(prepared.accounts()).hasSize(36);
            for (DemoAccounts.Made made : prepared.accounts())
                assertThat(application
                                .bean(Accounts.class)
                                .signIn(made.id(), made.password())
                                .roles())
                        .isEqualTo(made.roles());
            assertThat(prepared.accounts().stream().map(DemoAccounts.Made::password))
                    .doesNotHaveDuplicates();
            assertThat(mode(prepared.file())).isEqualTo("rw-------");
            assertThat(mode(prepared.file().getParent())).isEqualTo("rwx------");
        }
    }

    @Test
    void aSecondPreparationMakesNoneAndKeepsTheFile() throws IOException {
        try (TestApplication application = TestApplication.start(home, false)) {
            Path file = application.bean(DemoAccounts.class).prepare().file();
            String kept = Files.readString(file);

            DemoAccounts.Prepared again = application.bean(DemoAccounts.class).prepare();

            assertThat(again.accounts()).isEqualTo(List.of());
            assertThat(Files.readString(file)).isEqualTo(kept);
        }
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
