package org.cuntu.platform.audit.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cuntu.platform.database.DbTime;
import org.cuntu.platform.proof.HashKind;
import org.cuntu.platform.proof.SignedHead;
import org.cuntu.platform.proof.TreeHead;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The heads of the log, as rows that are only ever added, and the log's own name. */
@Component
class Heads implements InitializingBean {
    private static final String SELECT = """
            select h.size, h.root, h.at, h.epoch, h.key_id, h.signature, e.hash, e.start_idx
            from proof_head h join proof_epoch e on e.epoch = h.epoch\s""";

    private final JdbcClient jdbc;
    private String log = "";

    Heads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Before anything is asked: the name of the log of this database, made once. */
    @Override
    public void afterPropertiesSet() {
        if (stored().isEmpty()) {
            try {
                jdbc.sql("insert into proof_origin (name, id) values ('log', :id)")
                        .param("id", UUID.randomUUID().toString())
                        .update();
            } catch (DuplicateKeyException e) {
                // two nodes came at once, and the other was first
            }
        }
        log = stored().orElseThrow(() -> new IllegalStateException("the log has no name"));
    }

    private Optional<String> stored() {
        return jdbc.sql("select id from proof_origin where name = 'log'")
                .query(String.class)
                .optional();
    }

    String log() {
        return log;
    }

    Optional<SignedHead> newest() {
        return jdbc.sql(SELECT + "order by h.size desc fetch first 1 rows only")
                .query(this::head)
                .optional();
    }

    Optional<SignedHead> newestOf(int epoch) {
        return jdbc.sql(SELECT + "where h.epoch = :epoch order by h.size desc fetch first 1 rows only")
                .param("epoch", epoch)
                .query(this::head)
                .optional();
    }

    /** The head of exactly so many entries. */
    Optional<SignedHead> find(long total) {
        return jdbc.sql(SELECT + "where h.size = :size")
                .param("size", total)
                .query(this::head)
                .optional();
    }

    List<SignedHead> list(long below, int limit) {
        return jdbc.sql(SELECT + "where h.size < :below order by h.size desc fetch first :limit rows only")
                .param("below", below)
                .param("limit", limit)
                .query(this::head)
                .list();
    }

    /** From the oldest on, above one total and up to another. */
    List<SignedHead> listFrom(long above, long upTo, int limit) {
        return jdbc.sql(SELECT
                        + "where h.size > :above and h.size <= :upTo order by h.size fetch first :limit rows only")
                .param("above", above)
                .param("upTo", upTo)
                .param("limit", limit)
                .query(this::head)
                .list();
    }

    void add(SignedHead signed) {
        jdbc.sql("""
                insert into proof_head (size, root, at, epoch, key_id, signature)
                values (:size, :root, :at, :epoch, :key, :signature)""")
                .param("size", signed.head().total())
                .param("root", signed.head().root())
                .param("at", DbTime.of(signed.head().at()))
                .param("epoch", signed.head().epoch())
                .param("key", signed.key())
                .param("signature", signed.signature())
                .update();
    }

    /** A head from before heads were signed, the last of its epoch: signed once, now that there is a key. */
    void sign(SignedHead signed) {
        jdbc.sql("update proof_head set key_id = :key, signature = :signature where size = :size and signature is null")
                .param("key", signed.key())
                .param("signature", signed.signature())
                .param("size", signed.head().total())
                .update();
    }

    private SignedHead head(ResultSet row, int number) throws SQLException {
        long start = row.getLong("start_idx");
        TreeHead head = new TreeHead(
                log(),
                row.getInt("epoch"),
                HashKind.of(row.getString("hash")),
                start,
                row.getLong("size") - start,
                row.getString("root"),
                DbTime.read(row, "at"));
        String key = row.getString("key_id");
        String signature = row.getString("signature");
        return new SignedHead(head, key == null ? "" : key, signature == null ? "" : signature);
    }
}
