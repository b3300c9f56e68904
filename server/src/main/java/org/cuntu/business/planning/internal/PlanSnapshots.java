package org.cuntu.business.planning.internal;

import java.nio.file.Path;
import java.util.List;
import org.cuntu.platform.database.NamedFiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The snapshots of plans: a backup holds them. */
@Component
class PlanSnapshots implements NamedFiles {
    @Override
    public List<Named> list(JdbcClient copy) {
        return PlanRounds.listSnapshots(copy).stream()
                .map(hash -> new Named(Path.of("snapshots", hash + ".snap"), hash))
                .toList();
    }
}
