package org.cuntu.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalLong;
import org.cuntu.platform.home.Home;
import org.cuntu.platform.home.Settings;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class DatabaseConfig {
    private static final int H2_POOL = 16;
    private static final int POSTGRES_POOL = 16;
    private static final String IN_MEMORY = "jdbc:h2:mem:";

    @Bean
    HikariDataSource dataSource(Settings settings, Home home) {
        Settings.Database wanted = settings.database();
        DatabaseUrl url = DatabaseUrl.of(wanted.url(), home);
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("cuntu");
        pool.setJdbcUrl(url.value());
        if (url.isH2()) pool.setDataSource(new OneWriter(h2(url)));
        pool.setUsername(wanted.user());
        pool.setPassword(wanted.password());
        // a batch of inserts goes as one statement: the sequencer writes a node for each entry
        if (!url.isH2()) pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        Integer size = wanted.poolSize();
        pool.setMaximumPoolSize(size != null ? size : url.isH2() ? H2_POOL : POSTGRES_POOL);
        pool.setMinimumIdle(2);
        // nothing lies between an embedded database and us that would need a connection to be made anew
        if (url.isH2()) pool.setMaxLifetime(0);
        // PostgreSQL would repeat the values of a row in the message of an error, and so in the log
        if (!url.isH2()) pool.addDataSourceProperty("logServerErrorDetail", "false");
        return new HikariDataSource(pool);
    }

    @Bean
    WriteCount writeCount(HikariDataSource pool) {
        return pool.getDataSource() instanceof OneWriter one && DatabaseUrl.isEmbedded(pool.getJdbcUrl())
                ? () -> OptionalLong.of(one.writes())
                : OptionalLong::empty;
    }

    private static JdbcDataSource h2(DatabaseUrl url) {
        return h2(url.value());
    }

    private static JdbcDataSource h2(String url) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(url);
        return source;
    }

    /**
     * H2 ties a check to the session that made it, and refuses every row of its table once that session is closed; read
     * from the file, a check belongs to the database. So what migrations made is closed and read anew.
     */
    @Bean
    FlywayMigrationStrategy migrations(HikariDataSource pool, DatabaseKind kind) {
        return flyway -> {
            boolean made = flyway.migrate().migrationsExecuted > 0;
            if (made && kind == DatabaseKind.H2 && !pool.getJdbcUrl().startsWith(IN_MEMORY)) readAnew(pool);
        };
    }

    private static void readAnew(HikariDataSource pool) {
        try (Connection last = h2(pool.getJdbcUrl()).getConnection(pool.getUsername(), pool.getPassword());
                Statement statement = last.createStatement()) {
            statement.execute("shutdown");
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("the database could not be read anew", e);
        }
        pool.getHikariPoolMXBean().softEvictConnections();
    }

    @Bean
    DatabaseKind databaseKind(HikariDataSource source) {
        return DatabaseKind.of(source.getJdbcUrl());
    }

    @Bean
    DatabaseCopy databaseCopy(HikariDataSource source, DatabaseKind kind, Settings settings, Home home) {
        Settings.Database wanted = settings.database();
        if (kind == DatabaseKind.POSTGRESQL) return new PostgresCopy(source, wanted);
        boolean lasting = !source.getJdbcUrl().startsWith(IN_MEMORY) && home.lasting();
        return new H2Copy(JdbcClient.create(source), wanted, lasting);
    }
}
