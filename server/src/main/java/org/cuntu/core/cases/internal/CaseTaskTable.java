package org.cuntu.core.cases.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cuntu.core.cases.CaseTask;
import org.cuntu.core.cases.MatterStep;
import org.cuntu.platform.database.DbTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code case_task}: what the process told of its steps. What writes is called inside a transaction. */
@Component
class CaseTaskTable {
    private final JdbcClient jdbc;

    CaseTaskTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A step as it is kept. */
    record Row(
            CaseTask task,
            MatterStep.Kind kind,
            LocalDate openedOn,
            int limit,
            CaseTimes.Due due,
            @Nullable String by) {
        boolean isOpen() {
            return task.doneAt() == null;
        }
    }

    /** Once a task. */
    boolean add(Row row) {
        CaseTask task = row.task();
        if (find(task.id()).isPresent()) return false;
        jdbc.sql("""
                insert into case_task (id, case_id, step, kind, unit, division, holder, open, arrived_at, opened_on, step_limit,
                  due_on, warn_on, unknown_year)
                values (:id, :case, :step, :kind, :unit, :division, :holder, true, :at, :opened, :limit, :due, :warn, :unknown)""")
                .param("id", task.id())
                .param("case", task.caseId())
                .param("step", task.step())
                .param("kind", row.kind().name())
                .param("unit", task.unit())
                .param("division", task.division())
                .param("holder", task.holder())
                .param("at", DbTime.of(task.arrivedAt()))
                .param("opened", row.openedOn())
                .param("limit", row.limit())
                .param("due", row.due().due())
                .param("warn", row.due().warn())
                .param("unknown", row.due().unknownYear())
                .update();
        return true;
    }

    void hold(UUID task, @Nullable String holder) {
        jdbc.sql("update case_task set holder = :holder where id = :id and open")
                .param("holder", holder)
                .param("id", task)
                .update();
    }

    void due(UUID task, CaseTimes.Due due) {
        jdbc.sql("update case_task set due_on = :due, warn_on = :warn, unknown_year = :unknown where id = :id")
                .param("due", due.due())
                .param("warn", due.warn())
                .param("unknown", due.unknownYear())
                .param("id", task)
                .update();
    }

    /** @param conclusion null: it ended without having been done */
    void end(UUID task, Instant at, @Nullable String by, MatterStep.@Nullable Conclusion conclusion) {
        jdbc.sql("""
                update case_task set open = false, done_at = :at, done_by = :by, conclusion = :conclusion
                where id = :id and open""")
                .param("at", DbTime.of(at))
                .param("by", by)
                .param("conclusion", conclusion == null ? null : conclusion.name())
                .param("id", task)
                .update();
    }

    Optional<Row> find(UUID task) {
        return jdbc.sql("select * from case_task where id = :id")
                .param("id", task)
                .query((row, n) -> read(row))
                .optional();
    }

    Map<UUID, Row> findAll(List<UUID> ids) {
        if (ids.isEmpty()) return Map.of();
        return jdbc
                .sql("select * from case_task where id in (:ids)")
                .param("ids", ids)
                .query((row, n) -> read(row))
                .list()
                .stream()
                .collect(Collectors.toMap(row -> row.task().id(), row -> row));
    }

    /** In the order in which they came. */
    List<Row> list(UUID caseId) {
        return jdbc.sql("select * from case_task where case_id = :id order by arrived_at, id")
                .param("id", caseId)
                .query((row, n) -> read(row))
                .list();
    }

    List<Row> listOpen(UUID caseId) {
        return listOpen(List.of(caseId)).getOrDefault(caseId, List.of());
    }

    /** By their cases, in the order in which they came. */
    Map<UUID, List<Row>> listOpen(List<UUID> cases) {
        if (cases.isEmpty()) return Map.of();
        return jdbc
                .sql("select * from case_task where case_id in (:ids) and open order by arrived_at, id")
                .param("ids", cases)
                .query((row, n) -> read(row))
                .list()
                .stream()
                .collect(Collectors.groupingBy(row -> row.task().caseId()));
    }

    static Row read(ResultSet row) throws SQLException {
        String conclusion = row.getString("conclusion");
        CaseTimes.Due due = new CaseTimes.Due(
                row.getObject("due_on", LocalDate.class),
                row.getObject("warn_on", LocalDate.class),
                row.getInt("unknown_year"));
        return new Row(
                new CaseTask(
                        row.getObject("id", UUID.class),
                        row.getObject("case_id", UUID.class),
                        row.getString("step"),
                        row.getString("unit"),
                        row.getString("division"),
                        row.getString("holder"),
                        DbTime.read(row, "arrived_at"),
                        due.due(),
                        DbTime.find(row, "done_at"),
                        conclusion == null ? null : MatterStep.Conclusion.valueOf(conclusion)),
                MatterStep.Kind.valueOf(row.getString("kind")),
                row.getObject("opened_on", LocalDate.class),
                row.getInt("step_limit"),
                due,
                row.getString("done_by"));
    }
}
