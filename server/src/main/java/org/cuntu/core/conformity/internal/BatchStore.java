package org.cuntu.core.conformity.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cuntu.core.conformity.Batch;
import org.cuntu.core.conformity.BatchRow;
import org.cuntu.core.rules.Verdict;
import org.cuntu.engine.measure.Area;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.database.DbTime;
import org.cuntu.platform.tasks.TaskId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The tables of batches, on either database; rows are only added. Call what writes inside a transaction. */
@Component
class BatchStore {
    private static final TypeReference<List<Problem>> PROBLEMS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JdbcTemplate many;
    private final JsonMapper json = JsonMapper.builder().build();

    BatchStore(JdbcClient jdbc, JdbcTemplate many) {
        this.jdbc = jdbc;
        this.many = many;
    }

    void add(Batch batch) {
        jdbc.sql("""
                insert into batch (id, name, file_name, file_hash, crs, made_at, made_by, as_of, known, engine, rule_set,
                    project, baseline, plots)
                values (:id, :name, :fileName, :fileHash, :crs, :at, :by, :asOf, :known, :engine, :ruleSet,
                    :project, :baseline, :plots)""")
                .param("id", batch.id())
                .param("name", batch.name())
                .param("fileName", batch.fileName())
                .param("fileHash", batch.fileHash())
                .param("crs", batch.crs(), java.sql.Types.VARCHAR)
                .param("at", DbTime.of(batch.at()))
                .param("by", batch.by())
                .param("asOf", batch.asOf())
                .param("known", DbTime.of(batch.known()))
                .param("engine", batch.engine())
                .param("ruleSet", batch.ruleSet())
                .param("project", batch.project())
                .param("baseline", batch.baseline())
                .param("plots", batch.plots())
                .update();
    }

    void addRun(String batch, Instant at, TaskId task) {
        jdbc.sql("insert into batch_run (batch, started_at, task) values (:batch, :at, :task)")
                .param("batch", batch)
                .param("at", DbTime.of(at))
                .param("task", task.value())
                .update();
    }

    /** The last task that works, or worked, on a batch. */
    Optional<TaskId> findRun(String batch) {
        return jdbc.sql("""
                select task from batch_run where batch = :batch order by started_at desc fetch first 1 rows only""")
                .param("batch", batch)
                .query((row, n) -> new TaskId(row.getObject("task", UUID.class)))
                .optional();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when one of them is there */
    void addRows(String batch, List<BatchRow> rows) {
        many.batchUpdate("""
                insert into batch_row (batch, position, number, name, conclusion, legal_area, canonical_hash, figures, site,
                    problems)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", rows.stream().map(row -> values(batch, row)).toList());
    }

    private @Nullable Object[] values(String batch, BatchRow row) {
        Verdict conclusion = row.conclusion();
        Area area = row.legalArea();
        return new @Nullable Object[] {
            batch,
            row.position(),
            row.number(),
            row.name(),
            conclusion == null ? null : conclusion.name(),
            area == null ? null : area.hundredths(),
            row.canonicalHash(),
            row.figures(),
            row.site(),
            row.problems().isEmpty() ? null : json.writeValueAsString(row.problems())
        };
    }

    /** @throws org.springframework.dao.DuplicateKeyException when the row has one */
    void addReview(String batch, int position, String review) {
        jdbc.sql("insert into batch_review (batch, position, review) values (:batch, :position, :review)")
                .param("batch", batch)
                .param("position", position)
                .param("review", review)
                .update();
    }

    Optional<Batch> find(String id) {
        return jdbc.sql("select * from batch where id = :id")
                .param("id", id)
                .query((row, n) -> batch(row))
                .optional();
    }

    /** Those seen, the newest first. */
    List<Batch> listNewest(int limit, RowSight.Condition seen) {
        return jdbc.sql("select r.* from batch r" + RowSight.OF_BATCHES + "where " + seen.where()
                        + " order by r.made_at desc, r.id fetch first :rowCount rows only")
                .params(seen.params())
                .param("rowCount", limit)
                .query((row, n) -> batch(row))
                .list();
    }

    int countRows(String batch) {
        return jdbc.sql("select count(*) from batch_row where batch = :batch")
                .param("batch", batch)
                .query(Integer.class)
                .single();
    }

    List<Batch.Sum> sums(String batch) {
        return jdbc.sql("""
                select conclusion, count(*) as plots, coalesce(sum(legal_area), 0) as area from batch_row
                where batch = :batch group by conclusion order by conclusion""")
                .param("batch", batch)
                .query((row, n) ->
                        new Batch.Sum(row.getString("conclusion"), row.getInt("plots"), new Area(row.getLong("area"))))
                .list();
    }

    /** The hashes of all rows in order, for what is proved of the whole. */
    List<String> listHashes(String batch) {
        return jdbc.sql("""
                select coalesce(canonical_hash, '-') as hash from batch_row where batch = :batch order by position""").param("batch", batch).query(String.class).list();
    }

    /** The rows behind a position, in order. */
    List<BatchRow> listRows(String batch, int after) {
        return jdbc.sql(ROWS + "where r.batch = :batch and r.position > :after order by r.position")
                .param("batch", batch)
                .param("after", after)
                .query((row, n) -> row(row))
                .list();
    }

    Optional<BatchRow> findRow(String batch, int position) {
        return jdbc.sql(ROWS + "where r.batch = :batch and r.position = :position")
                .param("batch", batch)
                .param("position", position)
                .query((row, n) -> row(row))
                .optional();
    }

    private static final String ROWS = """
            select r.*, k.review from batch_row r
            left join batch_review k on k.batch = r.batch and k.position = r.position
            """;

    private BatchRow row(ResultSet row) throws SQLException {
        String conclusion = row.getString("conclusion");
        long area = row.getLong("legal_area");
        boolean without = row.wasNull();
        String problems = row.getString("problems");
        return new BatchRow(
                row.getInt("position"),
                row.getString("number"),
                row.getString("name"),
                conclusion == null ? null : Verdict.valueOf(conclusion),
                without ? null : new Area(area),
                row.getString("canonical_hash"),
                row.getString("figures"),
                row.getString("site"),
                problems == null ? List.of() : json.readValue(problems, PROBLEMS),
                row.getString("review"));
    }

    private static Batch batch(ResultSet row) throws SQLException {
        return new Batch(
                row.getString("id"),
                row.getString("name"),
                row.getString("file_name"),
                row.getString("file_hash"),
                row.getString("crs"),
                DbTime.read(row, "made_at"),
                row.getString("made_by"),
                row.getObject("as_of", LocalDate.class),
                DbTime.find(row, "known"),
                row.getInt("engine"),
                row.getString("rule_set"),
                row.getString("project"),
                row.getString("baseline"),
                row.getInt("plots"));
    }
}
