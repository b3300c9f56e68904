package org.cuntu.core.cases.internal;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.cuntu.platform.database.DbTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code case_ground}: by which versions of layers and rules cases were looked at last. What writes is called inside a transaction. */
@Component
class CaseGroundTable {
    private final JdbcClient jdbc;

    CaseGroundTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, String> list() {
        Map<String, String> all = new TreeMap<>();
        jdbc.sql("select subject, version from case_ground")
                .query((row, n) -> Map.entry(row.getString("subject"), row.getString("version")))
                .list()
                .forEach(each -> all.put(each.getKey(), each.getValue()));
        return all;
    }

    /** Holds all of it until the end of the transaction: two who look at once come one after the other. */
    void lock() {
        jdbc.sql("select id from case_lock where id = 1 for update")
                .query(Integer.class)
                .single();
    }

    void set(String subject, String version, Instant at) {
        int changed = jdbc.sql("update case_ground set version = :version, at = :at where subject = :subject")
                .param("subject", subject)
                .param("version", version)
                .param("at", DbTime.of(at))
                .update();
        if (changed > 0) return;
        jdbc.sql("insert into case_ground (subject, version, at) values (:subject, :version, :at)")
                .param("subject", subject)
                .param("version", version)
                .param("at", DbTime.of(at))
                .update();
    }

    void remove(String subject) {
        jdbc.sql("delete from case_ground where subject = :subject")
                .param("subject", subject)
                .update();
    }
}
