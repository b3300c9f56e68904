package org.cuntu.platform.files;

import java.nio.file.Path;
import java.util.List;
import org.cuntu.platform.database.NamedFiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The files that were handed in. */
@Component
class KeptFileNames implements NamedFiles {
    @Override
    public List<Named> list(JdbcClient copy) {
        return copy.sql("select distinct sha256 from kept_file order by sha256").query(String.class).list().stream()
                .map(sha256 -> new Named(Path.of("files", sha256.substring(0, 2), sha256), sha256))
                .toList();
    }
}
