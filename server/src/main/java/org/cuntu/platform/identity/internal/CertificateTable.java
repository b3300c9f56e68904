package org.cuntu.platform.identity.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import org.cuntu.platform.database.DbTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code certificate_binding}. What writes is called in a transaction. */
@Component
class CertificateTable {
    private final JdbcClient jdbc;

    CertificateTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param boundBy empty: an earlier version did not keep it
     * @param proposedBy null: it took no second person
     * @param endedAt null: it stands for the person now
     */
    record Row(
            String account,
            CertificateDetails details,
            Instant boundAt,
            String boundBy,
            @Nullable String proposedBy,
            @Nullable Instant endedAt,
            @Nullable String endedBy) {}

    void add(Row row) {
        CertificateDetails details = row.details();
        jdbc.sql("""
                insert into certificate_binding (account, fingerprint, bound_at, bound_by, proposed_by, subject, issuer, serial_no,
                    valid_from, valid_until)
                values (:account, :fingerprint, :boundAt, :boundBy, :proposedBy, :subject, :issuer, :serial, :from, :until)""")
                .param("account", row.account())
                .param("fingerprint", details.fingerprint())
                .param("boundAt", DbTime.of(row.boundAt()))
                .param("boundBy", row.boundBy())
                .param("proposedBy", row.proposedBy(), Types.VARCHAR)
                .param("subject", details.subject())
                .param("issuer", details.issuer())
                .param("serial", details.serial())
                .param("from", DbTime.of(details.from()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("until", DbTime.of(details.until()), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    /** Those of the account that stand for the person now. */
    void end(String account, Instant at, String by) {
        jdbc.sql("""
                update certificate_binding set ended_at = :at, ended_by = :by
                where account = :account and ended_at is null""")
                .param("at", DbTime.of(at))
                .param("by", by)
                .param("account", account)
                .update();
    }

    /** Those in use first, then the newest. */
    List<Row> list() {
        return jdbc.sql("select * from certificate_binding order by "
                        + "case when ended_at is null then 0 else 1 end, bound_at desc, account, fingerprint")
                .query(CertificateTable::read)
                .list();
    }

    List<Row> listOf(String account) {
        return list().stream().filter(row -> row.account().equals(account)).toList();
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getString("account"),
                new CertificateDetails(
                        row.getString("fingerprint"),
                        row.getString("subject"),
                        row.getString("issuer"),
                        row.getString("serial_no"),
                        DbTime.find(row, "valid_from"),
                        DbTime.find(row, "valid_until")),
                DbTime.read(row, "bound_at"),
                row.getString("bound_by"),
                row.getString("proposed_by"),
                DbTime.find(row, "ended_at"),
                row.getString("ended_by"));
    }
}
