package org.cuntu.core.quality.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cuntu.core.quality.CheckRun;
import org.cuntu.core.quality.LayerChecks;
import org.cuntu.core.quality.LayerIssue;
import org.cuntu.core.rules.Words;
import org.cuntu.engine.measure.Area;
import org.cuntu.platform.database.DbTime;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of quality checks, on either database. Call what writes inside a transaction. */
@Component
class QualityStore {
    private static final int MOST_TEXT = 400;

    private final JdbcClient jdbc;
    private final JdbcTemplate many;

    QualityStore(JdbcClient jdbc, JdbcTemplate many) {
        this.jdbc = jdbc;
        this.many = many;
    }

    /** Which issues of a run are asked for; null: all. */
    record Filter(@Nullable String rule, LayerIssue.@Nullable Kind kind, LayerIssue.@Nullable Severity severity) {
        static final Filter ALL = new Filter(null, null, null);
    }

    /** Begins a run, which is not there until it is complete. */
    void begin(UUID id, LayerChecks.Order order) {
        jdbc.sql("""
                insert into quality_run (id, layer, snapshot, as_of, previous, division)
                values (:id, :layer, :snapshot, :asOf, :previous, :division)""")
                .param("id", id)
                .param("layer", order.layer())
                .param("snapshot", order.snapshot())
                .param("asOf", order.at())
                .param("previous", order.previous(), Types.VARCHAR)
                .param("division", order.division(), Types.VARCHAR)
                .update();
    }

    void complete(CheckRun run) {
        jdbc.sql("""
                update quality_run set features = :features, refusing = :refusing, warnings = :warnings, score = :score,
                    checked_at = :at where id = :id""")
                .param("features", run.features())
                .param("refusing", run.refusing())
                .param("warnings", run.warnings())
                .param("score", run.score())
                .param("at", DbTime.of(run.checkedAt()))
                .param("id", run.id())
                .update();
        List<@Nullable Object[]> rows = new ArrayList<>();
        int position = 0;
        for (CheckRun.RuleCount each : run.byRule())
            rows.add(new @Nullable Object[] {
                run.id(),
                position++,
                each.rule(),
                each.kind().name(),
                each.severity().name(),
                each.title().zh(),
                each.title().en(),
                each.advice().zh(),
                each.advice().en(),
                each.count()
            });
        many.batchUpdate("""
                insert into quality_rule_count (run, position, rule, kind, severity, title_zh, title_en, advice_zh, advice_en,
                    issues)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", rows);
    }

    void add(List<LayerIssue> issues) {
        WKBWriter wkb = new WKBWriter();
        many.batchUpdate("""
                insert into layer_issue (run, number, rule, kind, severity, feature, other, longitude, latitude, west, south,
                    east, north, area, length, value_text, expected, outline)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", issues.stream().map(issue -> values(issue, wkb)).toList());
    }

    private static @Nullable Object[] values(LayerIssue issue, WKBWriter wkb) {
        boolean placed = issue.bounds().length == 4;
        Area area = issue.area();
        Geometry outline = issue.outline();
        return new @Nullable Object[] {
            issue.run(),
            issue.number(),
            issue.rule(),
            issue.kind().name(),
            issue.severity().name(),
            cut(issue.feature()),
            cut(issue.other()),
            placed ? issue.longitude() : null,
            placed ? issue.latitude() : null,
            placed ? issue.bounds()[0] : null,
            placed ? issue.bounds()[1] : null,
            placed ? issue.bounds()[2] : null,
            placed ? issue.bounds()[3] : null,
            area == null ? null : area.hundredths(),
            issue.length(),
            cut(issue.value()),
            cut(issue.expected()),
            outline == null ? null : wkb.write(outline)
        };
    }

    private static @Nullable String cut(@Nullable String text) {
        if (text == null || text.length() <= MOST_TEXT) return text;
        return text.substring(0, MOST_TEXT - 1) + "…";
    }

    /** The runs of a snapshot that were begun and never completed. */
    List<UUID> listIncomplete(String snapshot) {
        return jdbc.sql("select id from quality_run where snapshot = :snapshot and checked_at is null")
                .param("snapshot", snapshot)
                .query(UUID.class)
                .list();
    }

    /** Takes some of a run's issues away; how many. */
    int removeIssues(UUID run, int atMost) {
        return jdbc.sql("""
                delete from layer_issue where run = :run and number <= (select min(number) + :most from layer_issue where run = :run)""").param("run", run).param("most", atMost).update();
    }

    void remove(UUID run) {
        jdbc.sql("delete from quality_rule_count where run = :run")
                .param("run", run)
                .update();
        jdbc.sql("delete from quality_run where id = :run").param("run", run).update();
    }

    Optional<CheckRun> find(UUID run) {
        return jdbc.sql("select * from quality_run where id = :run and checked_at is not null")
                .param("run", run)
                .query((row, n) -> run(row))
                .optional();
    }

    Optional<CheckRun> last(String snapshot) {
        return jdbc.sql("""
                select * from quality_run where snapshot = :snapshot and checked_at is not null
                order by checked_at desc, id fetch first 1 rows only""")
                .param("snapshot", snapshot)
                .query((row, n) -> run(row))
                .optional();
    }

    /** The issues behind a number, in order. */
    List<LayerIssue> list(UUID run, Filter filter, long after, int limit) {
        return jdbc.sql("""
                select * from layer_issue where run = :run and number > :after and (:rule = '' or rule = :rule)
                    and (:kind = '' or kind = :kind) and (:severity = '' or severity = :severity)
                order by number fetch first :most rows only""")
                .param("run", run)
                .param("after", after)
                .param("rule", filter.rule() == null ? "" : filter.rule())
                .param("kind", filter.kind() == null ? "" : filter.kind().name())
                .param(
                        "severity",
                        filter.severity() == null ? "" : filter.severity().name())
                .param("most", limit)
                .query((row, n) -> issue(row))
                .list();
    }

    private CheckRun run(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new CheckRun(
                id,
                row.getString("layer"),
                row.getString("snapshot"),
                row.getObject("as_of", LocalDate.class),
                row.getString("division"),
                row.getLong("features"),
                row.getLong("refusing"),
                row.getLong("warnings"),
                row.getDouble("score"),
                DbTime.read(row, "checked_at"),
                counts(id));
    }

    private List<CheckRun.RuleCount> counts(UUID run) {
        return jdbc.sql("select * from quality_rule_count where run = :run order by position")
                .param("run", run)
                .query((row, n) -> new CheckRun.RuleCount(
                        row.getString("rule"),
                        LayerIssue.Kind.valueOf(row.getString("kind")),
                        LayerIssue.Severity.valueOf(row.getString("severity")),
                        new Words(row.getString("title_zh"), row.getString("title_en")),
                        new Words(row.getString("advice_zh"), row.getString("advice_en")),
                        row.getLong("issues")))
                .list();
    }

    private static LayerIssue issue(ResultSet row) throws SQLException {
        long area = row.getLong("area");
        boolean hasNoArea = row.wasNull();
        double length = row.getDouble("length");
        boolean hasNoLength = row.wasNull();
        double longitude = row.getDouble("longitude");
        boolean hasNoPlace = row.wasNull();
        byte[] outline = row.getBytes("outline");
        return new LayerIssue(
                row.getObject("run", UUID.class),
                row.getLong("number"),
                row.getString("rule"),
                LayerIssue.Kind.valueOf(row.getString("kind")),
                LayerIssue.Severity.valueOf(row.getString("severity")),
                row.getString("feature"),
                row.getString("other"),
                hasNoPlace ? Double.NaN : longitude,
                hasNoPlace ? Double.NaN : row.getDouble("latitude"),
                hasNoPlace
                        ? new double[0]
                        : new double[] {
                            row.getDouble("west"), row.getDouble("south"), row.getDouble("east"), row.getDouble("north")
                        },
                hasNoArea ? null : new Area(area),
                hasNoLength ? null : length,
                row.getString("value_text"),
                row.getString("expected"),
                outline == null ? null : geometry(outline));
    }

    private static Geometry geometry(byte[] wkb) throws SQLException {
        try {
            return new WKBReader().read(wkb);
        } catch (ParseException e) {
            throw new SQLException("an outline is damaged", e);
        }
    }
}
