package org.cuntu.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.cuntu.platform.home.Home;
import org.cuntu.platform.home.Settings;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class DatabaseConfig {
    private static final int H2_POOL = 16;
    private static final int POSTGRES_POOL = 16;

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
        // PostgreSQL would repeat the values of a row in the message of an error, and so in the log
        if (!url.isH2()) pool.addDataSourceProperty("logServerErrorDetail", "false");
        return new HikariDataSource(pool);
    }

    private static JdbcDataSource h2(DatabaseUrl url) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(url.value());
        return source;
    }

    @Bean
    DatabaseKind databaseKind(HikariDataSource source) {
        return DatabaseKind.of(source.getJdbcUrl());
    }

    @Bean
    DatabaseCopy databaseCopy(HikariDataSource source, DatabaseKind kind, Settings settings, Home home) {
        Settings.Database wanted = settings.database();
        if (kind == DatabaseKind.POSTGRESQL) return new PostgresCopy(source, wanted);
        boolean lasting = !source.getJdbcUrl().startsWith("jdbc:h2:mem:") && home.lasting();
        return new H2Copy(JdbcClient.create(source), wanted, lasting);
    }
}
