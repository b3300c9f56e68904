package org.cuntu.outward.publicservice.internal;

import java.nio.file.Path;
import java.sql.Types;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cuntu.platform.database.DbTime;
import org.cuntu.platform.database.NamedFiles;
import org.cuntu.platform.files.FileRef;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which cases a citizen began, and what was given for their materials. What writes is called inside a transaction. */
@Component("publicserviceApplications")
class ApplicationTable implements NamedFiles {
    private final JdbcClient jdbc;

    ApplicationTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param sha256 null: promised */
    record Given(String material, @Nullable String sha256, String name, String media, Instant at) {}

    void begin(UUID id, String account, String matter, Instant at) {
        jdbc.sql("""
                insert into publicservice_application (case_id, account, matter, created_at)
                values (:id, :account, :matter, :at)""")
                .param("id", id)
                .param("account", account)
                .param("matter", matter)
                .param("at", DbTime.of(at))
                .update();
    }

    /** The newest first. */
    List<UUID> list(String account, int limit) {
        return jdbc.sql("""
                select case_id from publicservice_application where account = :account
                order by created_at desc, case_id fetch first :limit rows only""")
                .param("account", account)
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    void give(UUID id, String material, @Nullable FileRef file, String name, Instant at) {
        take(id, material);
        jdbc.sql("""
                insert into publicservice_material (case_id, material, sha256, name, media, at)
                values (:id, :material, :sha256, :name, :media, :at)""")
                .param("id", id)
                .param("material", material)
                .param("sha256", file == null ? null : file.sha256(), Types.VARCHAR)
                .param("name", name)
                .param("media", file == null ? "" : file.mediaType())
                .param("at", DbTime.of(at))
                .update();
    }

    void take(UUID id, String material) {
        jdbc.sql("delete from publicservice_material where case_id = :id and material = :material")
                .param("id", id)
                .param("material", material)
                .update();
    }

    /** By material. */
    Map<String, Given> given(UUID id) {
        Map<String, Given> all = new LinkedHashMap<>();
        jdbc.sql("select * from publicservice_material where case_id = :id order by material")
                .param("id", id)
                .query((row, n) -> new Given(
                        row.getString("material"),
                        row.getString("sha256"),
                        row.getString("name"),
                        row.getString("media"),
                        DbTime.read(row, "at")))
                .list()
                .forEach(each -> all.put(each.material(), each));
        return all;
    }

    void forget(UUID id) {
        for (String table : List.of("publicservice_material", "publicservice_application"))
            jdbc.sql("delete from " + table + " where case_id = :id")
                    .param("id", id)
                    .update();
    }

    @Override
    public List<Named> list(JdbcClient copy) {
        return copy
                .sql("select distinct sha256 from publicservice_material where sha256 is not null order by sha256")
                .query(String.class)
                .list()
                .stream()
                .map(hash -> new Named(Path.of("files", hash.substring(0, 2), hash), hash))
                .toList();
    }
}
