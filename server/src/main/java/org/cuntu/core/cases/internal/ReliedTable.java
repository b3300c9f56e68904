package org.cuntu.core.cases.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cuntu.core.cases.SharedMaterials.Shared;
import org.cuntu.platform.database.DbTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code case_relied}: what the platform knew and a case was handed in with; only added. */
@Component
class ReliedTable {
    private final JdbcClient jdbc;

    ReliedTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nothing happens when it is there. Called inside a transaction that holds the case. */
    void add(UUID caseId, String material, Shared found, Instant at) {
        int there = jdbc.sql("""
                        select count(*) from case_relied
                        where case_id = :id and material = :material and kind = :kind and object = :object""")
                .param("id", caseId)
                .param("material", material)
                .param("kind", found.kind())
                .param("object", found.id())
                .query(Integer.class)
                .single();
        if (there > 0) return;
        jdbc.sql("""
                insert into case_relied (case_id, material, kind, object, number, hash, valid_until, at)
                values (:id, :material, :kind, :object, :number, :hash, :until, :at)""")
                .param("id", caseId)
                .param("material", material)
                .param("kind", found.kind())
                .param("object", found.id())
                .param("number", found.number())
                .param("hash", found.hash())
                .param("until", found.validUntil(), java.sql.Types.DATE)
                .param("at", DbTime.of(at))
                .update();
    }

    /** Cases that stand on a result or change it, those that were handed in first before the others. */
    List<UUID> list(String number, List<String> states) {
        return jdbc.sql("""
                select c.id from case_file c where c.state in (:states)
                and (c.of_result = :number
                 or exists (select 1 from case_relied r where r.case_id = c.id and r.number = :number))
                order by c.submitted_at, c.id""")
                .param("states", states)
                .param("number", number)
                .query(UUID.class)
                .list();
    }
}
