package org.cuntu.core.conformity;

import javax.sql.DataSource;
import org.cuntu.testing.PrivatePostgres;
import org.junit.jupiter.api.Tag;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

@Tag("postgres")
class ReviewsOnPostgresTest extends ReviewsContract {
    @Override
    DataSource database() {
        String url = PrivatePostgres.running().newDatabase("reviews");
        DataSource database = new DriverManagerDataSource(url, "postgres", "");
        var tables = new ResourceDatabasePopulator(
                new ClassPathResource("db/migration/V20__review.sql"),
                new ClassPathResource("db/migration/V21__draft.sql"),
                new ClassPathResource("db/migration/V25__long_text.sql"));
        tables.setSqlScriptEncoding("UTF-8");
        tables.execute(database);
        return database;
    }
}
