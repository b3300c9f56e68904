package org.cuntu.platform.identity.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cuntu.platform.database.DbTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code delegation}, on either database. What writes is called in a transaction. */
@Component
class DelegationTable {
    private final JdbcClient jdbc;

    DelegationTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** AB角: some of the giver's roles lent to the taker for some days; {@code dated.to} is never null. */
    record Row(
            UUID id,
            String giver,
            String taker,
            List<String> roles,
            Dated dated,
            String reason,
            String by,
            Instant at) {}

    void add(Row row) {
        jdbc.sql("""
                insert into delegation (id, giver, taker, roles, valid_from, valid_to, reason, made_by, made_at)
                values (:id, :giver, :taker, :roles, :from, :to, :reason, :by, :at)""")
                .param("id", row.id())
                .param("giver", row.giver())
                .param("taker", row.taker())
                .param("roles", String.join(",", row.roles()))
                .param("from", row.dated().from())
                .param("to", row.dated().to())
                .param("reason", row.reason())
                .param("by", row.by())
                .param("at", DbTime.of(row.at()))
                .update();
    }

    Optional<Row> find(UUID id) {
        return jdbc.sql("select * from delegation where id = :id")
                .param("id", id)
                .query(DelegationTable::read)
                .optional();
    }

    void end(UUID id, LocalDate day) {
        jdbc.sql("""
                update delegation set valid_to = case when valid_from > :day then valid_from else :day end
                where id = :id and valid_to > :day""")
                .param("id", id)
                .param("day", day)
                .update();
    }

    /** Lent to a person, whenever. */
    List<Row> listTo(String taker) {
        return jdbc.sql("select * from delegation where taker = :taker order by valid_from desc, id")
                .param("taker", taker)
                .query(DelegationTable::read)
                .list();
    }

    /** Lent by a person, whenever. */
    List<Row> listFrom(String giver) {
        return jdbc.sql("select * from delegation where giver = :giver order by valid_from desc, id")
                .param("giver", giver)
                .query(DelegationTable::read)
                .list();
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("giver"),
                row.getString("taker"),
                List.of(row.getString("roles").split(",")),
                new Dated(row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class)),
                row.getString("reason"),
                row.getString("made_by"),
                DbTime.read(row, "made_at"));
    }
}
