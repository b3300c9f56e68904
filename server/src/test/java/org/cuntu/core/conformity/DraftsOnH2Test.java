package org.cuntu.core.conformity;

import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

class DraftsOnH2Test extends DraftsContract {
    @Override
    DataSource database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        var tables = new ResourceDatabasePopulator(
                new ClassPathResource("db/migration/V20__review.sql"),
                new ClassPathResource("db/migration/V21__draft.sql"),
                new ClassPathResource("db/migration/V25__long_text.sql"));
        tables.setSqlScriptEncoding("UTF-8");
        tables.execute(database);
        return database;
    }
}
