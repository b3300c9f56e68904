package org.cuntu.platform.identity.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cuntu.platform.database.DbTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code sign_in}, on either database. What writes is called in a transaction. */
@Component
class SignInTable {
    private final JdbcClient jdbc;

    SignInTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A sign-in (会话).
     *
     * @param id the hash of what the browser's session knows
     * @param freshAt when the person last proved who they are
     * @param stamp the account's when it opened
     * @param factor password, code, recovery, certificate
     * @param endedBy out, idle, limit, more, ended, account; null: open
     */
    record Row(
            String id,
            String account,
            Instant openedAt,
            Instant seenAt,
            Instant freshAt,
            int stamp,
            String factor,
            String address,
            String agent,
            @Nullable Instant endedAt,
            @Nullable String endedBy) {}

    void add(Row row) {
        jdbc.sql("""
                insert into sign_in (id, account, opened_at, seen_at, fresh_at, stamp, factor, address, agent)
                values (:id, :account, :opened, :opened, :opened, :stamp, :factor, :address, :agent)""")
                .param("id", row.id())
                .param("account", row.account())
                .param("opened", DbTime.of(row.openedAt()))
                .param("stamp", row.stamp())
                .param("factor", row.factor())
                .param("address", row.address())
                .param("agent", row.agent())
                .update();
    }

    Optional<Row> find(String id) {
        return jdbc.sql("select * from sign_in where id = :id")
                .param("id", id)
                .query(SignInTable::read)
                .optional();
    }

    /** A sign-in and whose it is. */
    record Whose(Row row, AccountRow account) {}

    /** Both as they are now, in one question: each request asks it. */
    Optional<Whose> findWhose(String id) {
        return jdbc.sql("""
                select a.*, s.id as sign_in_id, s.account as sign_in_account, s.opened_at, s.seen_at, s.fresh_at,
                  s.stamp as sign_in_stamp, s.factor, s.address, s.agent, s.ended_at, s.ended_by
                from sign_in s join account a on a.id = s.account where s.id = :id""")
                .param("id", id)
                .query((row, n) -> new Whose(read(row, "sign_in_"), AccountTable.read(row, n)))
                .optional();
    }

    /** Those not ended, the one seen last first. */
    List<Row> listOpen(String account) {
        return jdbc.sql("select * from sign_in where account = :account and ended_at is null order by seen_at desc, id")
                .param("account", account)
                .query(SignInTable::read)
                .list();
    }

    void seen(String id, Instant at) {
        jdbc.sql("update sign_in set seen_at = :at where id = :id and seen_at < :at")
                .param("at", DbTime.of(at))
                .param("id", id)
                .update();
    }

    void fresh(String id, Instant at) {
        jdbc.sql("update sign_in set fresh_at = :at where id = :id")
                .param("at", DbTime.of(at))
                .param("id", id)
                .update();
    }

    /** The person's own change of password: this sign-in goes on with the account's new stamp. */
    void keep(String id, int stamp) {
        jdbc.sql("update sign_in set stamp = :stamp where id = :id")
                .param("stamp", stamp)
                .param("id", id)
                .update();
    }

    void end(String id, Instant at, String by) {
        jdbc.sql("update sign_in set ended_at = :at, ended_by = :by where id = :id and ended_at is null")
                .param("at", DbTime.of(at))
                .param("by", by)
                .param("id", id)
                .update();
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        return read(row, "");
    }

    /** @param prefix of the columns that another table has as well */
    private static Row read(ResultSet row, String prefix) throws SQLException {
        return new Row(
                row.getString(prefix + "id"),
                row.getString(prefix + "account"),
                DbTime.read(row, "opened_at"),
                DbTime.read(row, "seen_at"),
                DbTime.read(row, "fresh_at"),
                row.getInt(prefix + "stamp"),
                row.getString("factor"),
                row.getString("address"),
                row.getString("agent"),
                DbTime.find(row, "ended_at"),
                row.getString("ended_by"));
    }
}
