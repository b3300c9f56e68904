package org.cuntu.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.cuntu.platform.identity.Accounts;
import org.cuntu.platform.identity.Accounts.NewAccount;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a migration made does not hang on the connection that made it. */
class ChecksOnH2Test {
    @TempDir
    private Path home;

    @Test
    void aTableTakesRowsAfterTheConnectionThatMadeItIsGone() throws SQLException {
        try (TestApplication application = TestApplication.startFromNothing(home)) {
            HikariDataSource pool = application.bean(HikariDataSource.class);
            List<Connection> all = new ArrayList<>();
            for (int i = 0; i < pool.getMaximumPoolSize(); i++) all.add(pool.getConnection());
            // the last one keeps the database open while every older one goes
            Connection last = all.removeLast();
            pool.getHikariPoolMXBean().softEvictConnections();
            for (Connection older : all) older.close();

            Accounts accounts = application.bean(Accounts.class);
            accounts.create(new NewAccount("later", "o", "u", List.of("reviewer"), "a long enough password", true));

            assertThat(accounts.find("later")).isPresent();
            last.close();
        }
    }
}
