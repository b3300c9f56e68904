package org.cuntu.core.cases.internal;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cuntu.platform.database.DbTime;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The versions of the matters, each kept whole since it was first loaded: an old case goes on with its own. */
@Repository
class MatterVersions {
    private final JdbcClient jdbc;

    MatterVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a version; nothing happens when it is kept. Two nodes may start at once. */
    void keep(MatterFolder folder, Instant now) {
        if (isKept(folder.code(), folder.hash())) return;
        try {
            jdbc.sql("insert into matter_version (code, hash, content, loaded_at) values (:code, :hash, :content, :at)")
                    .param("code", folder.code())
                    .param("hash", folder.hash())
                    .param("content", JsonMapper.shared().writeValueAsString(folder.content()))
                    .param("at", DbTime.of(now))
                    .update();
        } catch (DuplicateKeyException e) {
            if (!isKept(folder.code(), folder.hash())) throw e;
        }
    }

    private boolean isKept(String code, String hash) {
        return jdbc.sql("select count(*) from matter_version where code = :code and hash = :hash")
                        .param("code", code)
                        .param("hash", hash)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    Optional<MatterFolder> find(String code, String hash) {
        return jdbc.sql("select content from matter_version where code = :code and hash = :hash")
                .param("code", code)
                .param("hash", hash)
                .query(String.class)
                .optional()
                .map(content -> new MatterFolder(code, files(content)));
    }

    private static SortedMap<String, String> files(String content) {
        SortedMap<String, String> files = new TreeMap<>();
        JsonMapper.shared()
                .readTree(content)
                .properties()
                .forEach(file -> files.put(file.getKey(), file.getValue().asString()));
        return files;
    }
}
