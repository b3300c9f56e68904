package org.cuntu.platform.identity.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cuntu.platform.database.DbTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code post_holding}, on either database. What writes is called in a transaction. */
@Component
class HoldingTable {
    private final JdbcClient jdbc;

    HoldingTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A person holds a post of a unit (任职). */
    record Row(UUID id, String account, String unit, String post, Dated dated, String by, Instant at) {}

    void add(Row row) {
        jdbc.sql("""
                insert into post_holding (id, account, unit, post, valid_from, valid_to, made_by, made_at)
                values (:id, :account, :unit, :post, :from, :to, :by, :at)""")
                .param("id", row.id())
                .param("account", row.account())
                .param("unit", row.unit())
                .param("post", row.post())
                .param("from", row.dated().from())
                .param("to", row.dated().to(), Types.DATE)
                .param("by", row.by())
                .param("at", DbTime.of(row.at()))
                .update();
    }

    /** From a day on it is no more; one that begins later never was. */
    void end(UUID id, LocalDate day) {
        jdbc.sql("delete from post_holding where id = :id and valid_from >= :day")
                .param("id", id)
                .param("day", day)
                .update();
        jdbc.sql("update post_holding set valid_to = :day where id = :id and (valid_to is null or valid_to > :day)")
                .param("id", id)
                .param("day", day)
                .update();
    }

    Optional<Row> find(UUID id) {
        return jdbc.sql("select * from post_holding where id = :id")
                .param("id", id)
                .query(HoldingTable::read)
                .optional();
    }

    List<Row> listOf(String account) {
        return jdbc.sql("select * from post_holding where account = :account order by valid_from, id")
                .param("account", account)
                .query(HoldingTable::read)
                .list();
    }

    List<Row> listOf(String unit, String post) {
        return jdbc.sql("select * from post_holding where unit = :unit and post = :post order by valid_from, id")
                .param("unit", unit)
                .param("post", post)
                .query(HoldingTable::read)
                .list();
    }

    List<Row> listOfUnit(String unit) {
        return jdbc.sql("select * from post_holding where unit = :unit order by valid_from, id")
                .param("unit", unit)
                .query(HoldingTable::read)
                .list();
    }

    List<Row> list() {
        return jdbc.sql("select * from post_holding order by account, valid_from, id")
                .query(HoldingTable::read)
                .list();
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("account"),
                row.getString("unit"),
                row.getString("post"),
                new Dated(row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class)),
                row.getString("made_by"),
                DbTime.read(row, "made_at"));
    }
}
