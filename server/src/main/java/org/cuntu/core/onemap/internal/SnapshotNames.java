package org.cuntu.core.onemap.internal;

import java.nio.file.Path;
import java.util.List;
import org.cuntu.platform.database.NamedFiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The snapshots of every version of every layer, withdrawn ones too: a stored review may name them. */
@Component
class SnapshotNames implements NamedFiles {
    @Override
    public List<Named> list(JdbcClient copy) {
        return copy
                .sql("select distinct hash from layer_release where hash is not null order by hash")
                .query(String.class)
                .list()
                .stream()
                .map(hash -> new Named(Path.of("snapshots", hash + ".snap"), hash))
                .toList();
    }
}
