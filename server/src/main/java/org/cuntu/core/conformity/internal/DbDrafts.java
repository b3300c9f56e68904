package org.cuntu.core.conformity.internal;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cuntu.core.conformity.Draft;
import org.cuntu.core.conformity.DraftChanged;
import org.cuntu.core.conformity.Drafts;
import org.cuntu.core.rules.CanonicalJson;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.database.DbTime;
import org.cuntu.platform.database.LongTexts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Drafts in the table {@code draft}, on either database; the version in the where clause is the lock. */
public final class DbDrafts implements Drafts {
    private final JdbcClient jdbc;
    private final LongTexts texts;
    private final TransactionTemplate transaction;
    private final Proof proof;
    private final InstantSource clock;

    public DbDrafts(JdbcClient jdbc, TransactionTemplate transaction, Proof proof, InstantSource clock) {
        this.jdbc = jdbc;
        this.texts = new LongTexts(jdbc);
        this.transaction = transaction;
        this.proof = proof;
        this.clock = clock;
    }

    @Override
    public List<Draft.Line> list(String owner) {
        return jdbc.sql("select id, name, version, plots, saved_at from draft where owner = :owner"
                        + " order by saved_at desc, id")
                .param("owner", owner)
                .query((row, i) -> new Draft.Line(
                        row.getString("id"),
                        row.getString("name"),
                        row.getInt("version"),
                        row.getInt("plots"),
                        DbTime.read(row, "saved_at")))
                .list();
    }

    @Override
    public Optional<Draft> find(String owner, String id) {
        // locked, so that no save of another window comes between the row and its text
        return requireNonNull(transaction.execute(
                status -> jdbc.sql("select * from draft where owner = :owner and id = :id for update")
                        .param("owner", owner)
                        .param("id", id)
                        .query((row, i) -> draft(row))
                        .optional()));
    }

    @Override
    public Draft add(String owner, Draft.Content content) {
        Instant now = clock.instant();
        String id = "d-" + UUID.randomUUID().toString().substring(0, 8);
        Draft draft = new Draft(id, owner, content.name(), 1, content.text(), content.plots(), now, now);
        transaction.executeWithoutResult(status -> {
            if (list(owner).size() >= MOST) throw refused("draft.too-many", "limit", MOST);
            jdbc.sql("""
                    insert into draft (id, owner, name, version, plots, made_at, saved_at)
                    values (:id, :owner, :name, 1, :plots, :now, :now)""")
                    .param("id", id)
                    .param("owner", owner)
                    .param("name", content.name())
                    .param("plots", content.plots())
                    .param("now", DbTime.of(now))
                    .update();
            texts.put(textOf(id), content.text());
            proof.note(owner, "create", id, CanonicalJson.sha256(content.text()));
        });
        return draft;
    }

    @Override
    public Draft save(String owner, String id, int version, Draft.Content content) {
        transaction.executeWithoutResult(status -> {
            int saved = jdbc.sql("""
                    update draft set name = :name, plots = :plots, content = null, version = version + 1,
                        saved_at = :now
                    where owner = :owner and id = :id and version = :version""")
                    .param("name", content.name())
                    .param("plots", content.plots())
                    .param("now", DbTime.of(clock.instant()))
                    .param("owner", owner)
                    .param("id", id)
                    .param("version", version)
                    .update();
            if (saved == 0) throw notThere(owner, id);
            texts.put(textOf(id), content.text());
            proof.note(owner, "save", id, CanonicalJson.sha256(content.text()));
        });
        return get(owner, id);
    }

    @Override
    public Draft rename(String owner, String id, int version, String name) {
        transaction.executeWithoutResult(status -> {
            int renamed = jdbc.sql("""
                    update draft set name = :name, version = version + 1, saved_at = :now
                    where owner = :owner and id = :id and version = :version""")
                    .param("name", name)
                    .param("now", DbTime.of(clock.instant()))
                    .param("owner", owner)
                    .param("id", id)
                    .param("version", version)
                    .update();
            if (renamed == 0) throw notThere(owner, id);
            proof.note(owner, "rename", id, null);
        });
        return get(owner, id);
    }

    @Override
    public void remove(String owner, String id, int version) {
        transaction.executeWithoutResult(status -> {
            int gone = jdbc.sql("delete from draft where owner = :owner and id = :id and version = :version")
                    .param("owner", owner)
                    .param("id", id)
                    .param("version", version)
                    .update();
            if (gone == 0) throw notThere(owner, id);
            texts.remove(textOf(id));
            proof.note(owner, "remove", id, null);
        });
    }

    private Draft get(String owner, String id) {
        return find(owner, id).orElseThrow(() -> refused("draft.unknown", "id", id));
    }

    private RuntimeException notThere(String owner, String id) {
        return find(owner, id)
                .<RuntimeException>map(DraftChanged::new)
                .orElseGet(() -> refused("draft.unknown", "id", id));
    }

    private static InputRefused refused(String code, Object... args) {
        return new InputRefused(Problem.refused(code, Problem.Place.UNKNOWN, args));
    }

    private Draft draft(ResultSet row) throws SQLException {
        String inRow = row.getString("content");
        return new Draft(
                row.getString("id"),
                row.getString("owner"),
                row.getString("name"),
                row.getInt("version"),
                inRow != null ? inRow : texts.find(textOf(row.getString("id"))).orElseThrow(),
                row.getInt("plots"),
                DbTime.read(row, "made_at"),
                DbTime.read(row, "saved_at"));
    }

    private static String textOf(String draft) {
        return "draft/" + draft + "/content";
    }
}
