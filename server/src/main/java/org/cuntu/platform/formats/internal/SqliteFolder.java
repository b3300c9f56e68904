package org.cuntu.platform.formats.internal;

import java.util.Optional;
import org.cuntu.platform.home.Home;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/** Gives SQLite's native half the home's {@code tmp} to unpack into, and says at the start which GDAL there is. */
@Component
class SqliteFolder implements InitializingBean {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteFolder.class);

    private final Home home;

    SqliteFolder(Home home) {
        this.home = home;
    }

    @Override
    public void afterPropertiesSet() {
        if (System.getProperty("org.sqlite.tmpdir") == null)
            System.setProperty("org.sqlite.tmpdir", home.tmp().toString());
        Thread.ofVirtual().name("gdal").start(() -> {
            Optional<Gdal> gdal = Gdal.find();
            if (gdal.isPresent()) LOG.info("GDAL {}: FileGDB and DXF are read", gdal.get().version());
            else LOG.info("no GDAL (gdal-bin): FileGDB and DXF are refused");
        });
    }
}
