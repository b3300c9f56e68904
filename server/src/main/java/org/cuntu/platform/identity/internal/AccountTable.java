package org.cuntu.platform.identity.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.cuntu.platform.database.DbTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code account}, on either database. What writes is called in a transaction. */
@Component
class AccountTable {
    private static final int NAMES_KEPT_SECONDS = 10;

    private final JdbcClient jdbc;
    private final Map<String, Named> names = new ConcurrentHashMap<>();

    AccountTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param until by the nanosecond clock */
    private record Named(String name, long until) {}

    void add(String id, String name, String unit, String hash, boolean demo, boolean mustChange, Instant at) {
        jdbc.sql("""
                insert into account (id, name, unit, password_hash, roles, demo, enabled, failures, created_at, must_change,
                    password_set_at)
                values (:id, :name, :unit, :hash, '', :demo, true, 0, :at, :mustChange, :at)""")
                .param("id", id)
                .param("name", name)
                .param("unit", unit)
                .param("hash", hash)
                .param("demo", demo)
                .param("mustChange", mustChange)
                .param("at", DbTime.of(at))
                .update();
    }

    Optional<AccountRow> find(String id) {
        return jdbc.sql("select * from account where id = :id")
                .param("id", id)
                .query(AccountTable::read)
                .optional();
    }

    /** For lists, which show many: what another node changed is seen here after {@link #NAMES_KEPT_SECONDS} at the latest. */
    Optional<String> findName(String id) {
        long now = System.nanoTime();
        Named kept = names.get(id);
        if (kept != null && kept.until - now > 0) return Optional.of(kept.name);
        Optional<String> name = jdbc.sql("select name from account where id = :id")
                .param("id", id)
                .query(String.class)
                .optional();
        name.ifPresent(each -> names.put(id, new Named(each, now + TimeUnit.SECONDS.toNanos(NAMES_KEPT_SECONDS))));
        return name;
    }

    /** Held until the end of the transaction: one guess, one change at a time. */
    Optional<AccountRow> lock(String id) {
        return jdbc.sql("select * from account where id = :id for update")
                .param("id", id)
                .query(AccountTable::read)
                .optional();
    }

    Optional<AccountRow> findByCertificate(String fingerprint) {
        return jdbc.sql("select * from account where certificate = :fingerprint")
                .param("fingerprint", fingerprint)
                .query(AccountTable::read)
                .optional();
    }

    List<AccountRow> list() {
        return jdbc.sql("select * from account order by id")
                .query(AccountTable::read)
                .list();
    }

    boolean isEmpty() {
        return jdbc.sql("select count(*) from account").query(Long.class).single() == 0;
    }

    long countDemo() {
        return jdbc.sql("select count(*) from account where demo = true")
                .query(Long.class)
                .single();
    }

    void setFailures(String id, int failures, @Nullable Instant lockedUntil) {
        jdbc.sql("update account set failures = :failures, locked_until = :until where id = :id")
                .param("failures", failures)
                .param("until", DbTime.of(lockedUntil), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", id)
                .update();
    }

    void setSignedIn(String id, Instant at) {
        jdbc.sql("update account set failures = 0, locked_until = null, signed_in_at = :at where id = :id")
                .param("at", DbTime.of(at))
                .param("id", id)
                .update();
    }

    void setPassword(String id, String hash, boolean mustChange, Instant at) {
        jdbc.sql("""
                update account set password_hash = :hash, must_change = :mustChange, password_set_at = :at, failures = 0,
                    locked_until = null, stamp = stamp + 1 where id = :id""")
                .param("hash", hash)
                .param("mustChange", mustChange)
                .param("at", DbTime.of(at))
                .param("id", id)
                .update();
    }

    void setEnabled(String id, boolean enabled, Instant at) {
        jdbc.sql("""
                update account set enabled = :enabled, stamp = stamp + 1,
                    signed_in_at = case when :enabled then cast(:at as timestamp(6) with time zone) else signed_in_at end
                where id = :id""")
                .param("enabled", enabled)
                .param("at", DbTime.of(at))
                .param("id", id)
                .update();
    }

    void setPerson(String id, String name, String unit) {
        jdbc.sql("update account set name = :name, unit = :unit, stamp = stamp + 1 where id = :id")
                .param("name", name)
                .param("unit", unit)
                .param("id", id)
                .update();
        names.remove(id);
    }

    /** Both sealed. */
    void setPersonal(String id, @Nullable String phone, @Nullable String identityNumber) {
        jdbc.sql("update account set phone = :phone, identity_number = :number where id = :id")
                .param("phone", phone, Types.VARCHAR)
                .param("number", identityNumber, Types.VARCHAR)
                .param("id", id)
                .update();
    }

    void setCertificate(String id, @Nullable String fingerprint) {
        jdbc.sql("update account set certificate = :fingerprint, stamp = stamp + 1 where id = :id")
                .param("fingerprint", fingerprint, Types.VARCHAR)
                .param("id", id)
                .update();
    }

    /** What these persons, and those to whom they lend, may do has changed: their sign-ins end. */
    void raiseStamps(List<String> ids) {
        if (ids.isEmpty()) return;
        jdbc.sql("""
                update account set stamp = stamp + 1
                where id in (:ids) or id in (select taker from delegation where giver in (:ids))""").param("ids", ids).update();
    }

    static AccountRow read(ResultSet row, int number) throws SQLException {
        return new AccountRow(
                row.getString("id"),
                row.getString("name"),
                row.getString("unit"),
                row.getString("password_hash"),
                row.getBoolean("demo"),
                row.getBoolean("enabled"),
                row.getInt("failures"),
                DbTime.find(row, "locked_until"),
                DbTime.read(row, "created_at"),
                row.getBoolean("must_change"),
                DbTime.find(row, "password_set_at"),
                DbTime.find(row, "signed_in_at"),
                row.getInt("stamp"),
                row.getString("phone"),
                row.getString("identity_number"),
                row.getString("certificate"));
    }
}
