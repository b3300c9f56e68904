package org.cuntu.platform.audit.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cuntu.platform.audit.Witnesses;
import org.cuntu.platform.database.DbTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What witnesses said; rows that are only ever added. */
@Component
class Receipts {
    private static final int SHOWN = 12;

    private final JdbcClient jdbc;

    Receipts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Witnesses.Receipt receipt) {
        String said = receipt.receipt();
        jdbc.sql("""
                insert into proof_receipt (id, channel, target, size, root, handed_at, taken, receipt)
                values (:id, :channel, :target, :size, :root, :at, :taken, :receipt)""")
                .param("id", UUID.randomUUID())
                .param("channel", receipt.channel())
                .param("target", receipt.target())
                .param("size", receipt.total())
                .param("root", receipt.root())
                .param("at", DbTime.of(receipt.handedAt()))
                .param("taken", receipt.taken())
                .param("receipt", said.length() > 1000 ? said.substring(0, 1000) : said)
                .update();
    }

    List<Witnesses.Receipt> listNewest(int limit) {
        return jdbc.sql("select * from proof_receipt order by handed_at desc, size desc fetch first :limit rows only")
                .param("limit", limit)
                .query(Receipts::receipt)
                .list();
    }

    /** The last that a witness took, or the last try. */
    Optional<Witnesses.Receipt> last(Witnesses.Witness witness, boolean takenOnly) {
        return jdbc.sql("select * from proof_receipt where channel = :channel and target = :target"
                        + (takenOnly ? " and taken = true" : "")
                        + " order by handed_at desc, size desc fetch first 1 rows only")
                .param("channel", witness.channel())
                .param("target", witness.target())
                .query(Receipts::receipt)
                .optional();
    }

    /** Totals of heads that witnesses took, the newest first. */
    List<Long> totals(long above, long upTo) {
        return jdbc.sql("""
                select size from proof_receipt where taken = true and size > :above and size <= :upTo
                group by size order by size desc fetch first :limit rows only""")
                .param("above", above)
                .param("upTo", upTo)
                .param("limit", SHOWN)
                .query(Long.class)
                .list();
    }

    private static Witnesses.Receipt receipt(ResultSet row, int number) throws SQLException {
        return new Witnesses.Receipt(
                row.getString("channel"),
                row.getString("target"),
                row.getLong("size"),
                row.getString("root"),
                DbTime.read(row, "handed_at"),
                row.getBoolean("taken"),
                row.getString("receipt"));
    }
}
