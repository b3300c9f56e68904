package org.cuntu.core.onemap.internal;

import java.io.IOException;
import org.cuntu.engine.layer.FolderSnapshotStore;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.platform.home.Home;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OneMapConfig {
    @Bean
    SnapshotStore snapshotStore(Home home) throws IOException {
        return new FolderSnapshotStore(home.snapshots());
    }
}
