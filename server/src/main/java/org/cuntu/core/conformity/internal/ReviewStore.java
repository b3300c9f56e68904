package org.cuntu.core.conformity.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.cuntu.core.conformity.StoredReview;
import org.cuntu.core.rules.RuleSet;
import org.cuntu.core.rules.Verdict;
import org.cuntu.engine.measure.Area;
import org.cuntu.platform.database.LongTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of reviews and of the rule sets they were made with, on either database; nothing is ever updated. */
public final class ReviewStore {
    private final JdbcClient jdbc;
    private final LongTexts texts;

    public ReviewStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.texts = new LongTexts(jdbc);
    }

    /** Inside the caller's transaction; its rule set has been added before. */
    public void add(StoredReview review) {
        jdbc.sql("""
                insert into review (id, name, made_at, made_by, as_of, known, conclusion, legal_area, engine, rule_set,
                    project, baseline, canonical_hash, file_hash)
                values (:id, :name, :at, :by, :asOf, :known, :conclusion, :legalArea, :engine, :ruleSet,
                    :project, :baseline, :canonicalHash, :file)""")
                .param("id", review.id())
                .param("name", review.name())
                .param("at", time(review.at()))
                .param("by", review.by())
                .param("asOf", review.asOf())
                .param("known", time(review.known()))
                .param("conclusion", review.conclusion().name())
                .param("legalArea", review.legalArea().hundredths())
                .param("engine", review.engine())
                .param("ruleSet", review.ruleSet())
                .param("project", review.project())
                .param("baseline", review.baseline())
                .param("canonicalHash", review.canonicalHash())
                .param("file", review.file())
                .update();
        texts.put(textOf(review.id(), "site"), review.site());
        texts.put(textOf(review.id(), "canonical"), review.canonical());
        texts.put(textOf(review.id(), "json_zh"), review.zh());
        texts.put(textOf(review.id(), "json_en"), review.en());
    }

    /** @throws org.springframework.dao.DuplicateKeyException when it is there */
    public void addRuleSet(RuleSet rules) {
        jdbc.sql("insert into rule_set (hash, text) values (:hash, :text)")
                .param("hash", rules.hash())
                .param("text", rules.text())
                .update();
    }

    public Optional<String> findRuleSet(String hash) {
        return jdbc.sql("select text from rule_set where hash = :hash")
                .param("hash", hash)
                .query((rs, row) -> rs.getString(1))
                .optional();
    }

    public Optional<StoredReview> find(String id) {
        return jdbc.sql("select * from review where id = :id")
                .param("id", id)
                .query((rs, row) -> review(rs))
                .optional();
    }

    /** Newest first. */
    public List<StoredReview.Line> list(int page, int size) {
        return jdbc.sql("""
                select id, name, made_at, made_by, conclusion, legal_area from review
                order by made_at desc, id offset :from rows fetch next :size rows only""")
                .param("from", (long) page * size)
                .param("size", size)
                .query((rs, row) -> new StoredReview.Line(
                        rs.getString("id"),
                        rs.getString("name"),
                        instant(rs, "made_at"),
                        rs.getString("made_by"),
                        Verdict.valueOf(rs.getString("conclusion")),
                        new Area(rs.getLong("legal_area"))))
                .list();
    }

    private StoredReview review(ResultSet rs) throws SQLException {
        OffsetDateTime known = rs.getObject("known", OffsetDateTime.class);
        return new StoredReview(
                rs.getString("id"),
                rs.getString("name"),
                instant(rs, "made_at"),
                rs.getString("made_by"),
                rs.getObject("as_of", LocalDate.class),
                known == null ? null : known.toInstant(),
                Verdict.valueOf(rs.getString("conclusion")),
                new Area(rs.getLong("legal_area")),
                rs.getInt("engine"),
                rs.getString("rule_set"),
                rs.getString("project"),
                text(rs, "site"),
                rs.getString("baseline"),
                text(rs, "canonical"),
                rs.getString("canonical_hash"),
                text(rs, "json_zh"),
                text(rs, "json_en"),
                rs.getString("file_hash"));
    }

    /** A long text of a review; one of an earlier version stands in its row. */
    private String text(ResultSet rs, String column) throws SQLException {
        String inRow = rs.getString(column);
        return inRow != null
                ? inRow
                : texts.find(textOf(rs.getString("id"), column)).orElseThrow();
    }

    private static String textOf(String review, String column) {
        return "review/" + review + "/" + column;
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
