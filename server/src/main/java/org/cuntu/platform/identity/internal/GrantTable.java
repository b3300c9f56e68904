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
import org.cuntu.platform.identity.Reach;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code role_grant}, on either database. What writes is called in a transaction. */
@Component
class GrantTable {
    private final JdbcClient jdbc;

    GrantTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A role given to a person or to a post.
     *
     * @param account null when it is a post's
     * @param unit of the post; null when it is a person's
     * @param matter the act of four eyes that gave it; null: the home's owner did
     */
    record Row(
            UUID id,
            @Nullable String account,
            @Nullable String unit,
            @Nullable String post,
            String role,
            Reach.Part part,
            Dated dated,
            String by,
            Instant at,
            @Nullable UUID matter) {}

    void add(Row row) {
        jdbc.sql("""
                insert into role_grant (id, account, unit, post, role, division, level, valid_from, valid_to, made_by, made_at,
                    matter)
                values (:id, :account, :unit, :post, :role, :division, :level, :from, :to, :by, :at, :matter)""")
                .param("id", row.id())
                .param("account", row.account(), Types.VARCHAR)
                .param("unit", row.unit(), Types.VARCHAR)
                .param("post", row.post(), Types.VARCHAR)
                .param("role", row.role())
                .param("division", row.part().division())
                .param("level", row.part().level())
                .param("from", row.dated().from())
                .param("to", row.dated().to(), Types.DATE)
                .param("by", row.by())
                .param("at", DbTime.of(row.at()))
                .param("matter", row.matter())
                .update();
    }

    Optional<Row> find(UUID id) {
        return jdbc.sql("select * from role_grant where id = :id")
                .param("id", id)
                .query(GrantTable::read)
                .optional();
    }

    /** From a day on it is no more. */
    void end(UUID id, LocalDate day) {
        jdbc.sql("""
                update role_grant set valid_to = case when valid_from > :day then valid_from else :day end
                where id = :id and (valid_to is null or valid_to > :day)""")
                .param("day", day)
                .param("id", id)
                .update();
    }

    /** Given to the person, whenever. */
    List<Row> listOf(String account) {
        return jdbc.sql("select * from role_grant where account = :account order by made_at, id")
                .param("account", account)
                .query(GrantTable::read)
                .list();
    }

    /** Given to a post, whenever. */
    List<Row> listOf(String unit, String post) {
        return jdbc.sql("select * from role_grant where unit = :unit and post = :post order by made_at, id")
                .param("unit", unit)
                .param("post", post)
                .query(GrantTable::read)
                .list();
    }

    List<Row> list() {
        return jdbc.sql("select * from role_grant order by made_at, id")
                .query(GrantTable::read)
                .list();
    }

    /** Sets the one duty that the account's roles have; the database refuses a second. */
    void setDuties(String account, Iterable<String> duties) {
        jdbc.sql("delete from account_duty where account = :account")
                .param("account", account)
                .update();
        for (String duty : duties)
            jdbc.sql("insert into account_duty (account, duty) values (:account, :duty)")
                    .param("account", account)
                    .param("duty", duty)
                    .update();
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("account"),
                row.getString("unit"),
                row.getString("post"),
                row.getString("role"),
                new Reach.Part(row.getString("division"), row.getInt("level")),
                new Dated(row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class)),
                row.getString("made_by"),
                DbTime.read(row, "made_at"),
                row.getObject("matter", UUID.class));
    }
}
