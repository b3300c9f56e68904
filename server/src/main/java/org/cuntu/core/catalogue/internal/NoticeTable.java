package org.cuntu.core.catalogue.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.cuntu.platform.database.DbTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code catalogue_notice}: read, and added, never changed. */
@Component
class NoticeTable {
    private final JdbcClient jdbc;

    NoticeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits until no other node reminds; held until the end of the transaction. */
    void lock() {
        jdbc.sql("select name from lease where name = 'catalogue-reminders' for update")
                .query(String.class)
                .single();
    }

    void add(Notice notice) {
        jdbc.sql("""
                insert into catalogue_notice (id, layer, kind, due_on, unit, divisions, made_at)
                values (:id, :layer, :kind, :due, :unit, :divisions, :at)""")
                .param("id", notice.id())
                .param("layer", notice.layer())
                .param("kind", notice.kind().name())
                .param("due", notice.dueOn())
                .param("unit", notice.unit())
                .param("divisions", String.join(" ", notice.divisions()))
                .param("at", DbTime.of(notice.madeAt()))
                .update();
    }

    List<Notice> listNewest(int limit) {
        return jdbc.sql("select * from catalogue_notice order by made_at desc, id fetch first :limit rows only")
                .param("limit", limit)
                .query(NoticeTable::notice)
                .list();
    }

    /** Those of days from one on. */
    List<Notice> listDueFrom(LocalDate first) {
        return jdbc.sql("select * from catalogue_notice where due_on >= :first order by made_at, id")
                .param("first", first)
                .query(NoticeTable::notice)
                .list();
    }

    private static Notice notice(ResultSet row, int number) throws SQLException {
        String divisions = row.getString("divisions");
        return new Notice(
                row.getObject("id", UUID.class),
                row.getString("layer"),
                Notice.Kind.valueOf(row.getString("kind")),
                row.getObject("due_on", LocalDate.class),
                row.getString("unit"),
                divisions.isEmpty() ? List.of() : List.of(divisions.split(" ")),
                DbTime.read(row, "made_at"));
    }
}
