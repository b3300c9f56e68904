package org.cuntu.core.intake.internal;

import java.nio.file.Path;
import java.util.List;
import org.cuntu.platform.database.NamedFiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The snapshots of submissions, released or under way. */
@Component
class HeldFiles implements NamedFiles {
    @Override
    public List<Named> list(JdbcClient copy) {
        return LineageTable.list(copy).stream()
                .map(hash -> new Named(Path.of("snapshots", hash + ".snap"), hash))
                .toList();
    }
}
