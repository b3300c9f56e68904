package org.cuntu.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.cuntu.testing.TestApplication;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.Test;

/** One schema for both databases. */
abstract class MigrationsContract {
    private final TestApplication application = application();

    abstract TestApplication application();

    @Test
    void everyMigrationRanAndNoneIsLeft() {
        Flyway flyway = application.bean(Flyway.class);

        assertThat(flyway.info().pending()).isEmpty();
        assertThat(Arrays.stream(flyway.info().applied()).map(MigrationInfo::getScript))
                .contains(
                        "V1__geometry.sql",
                        "V2__platform.sql",
                        "V3__onemap.sql",
                        "V20__review.sql",
                        "V24__batch.sql",
                        "V50__backup.sql");
    }

    @Test
    void instantsAreKeptToTheMicrosecond() {
        List<String> coarse = application.jdbc().sql("""
                        select table_name from information_schema.columns
                        where lower(data_type) like 'timestamp%' and datetime_precision <> 6
                          and lower(table_schema) = 'public' and lower(table_name) not like 'flyway%'""").query(String.class).list();

        assertThat(coarse).isEmpty();
    }

    @Test
    void noInstantIsKeptWithoutItsZone() {
        List<String> zoneless = application.jdbc().sql("""
                        select table_name from information_schema.columns
                        where lower(data_type) like 'timestamp%' and lower(data_type) not like '%with time zone%'
                          and lower(table_schema) = 'public' and lower(table_name) not like 'flyway%'""").query(String.class).list();

        assertThat(zoneless).isEmpty();
    }
}
