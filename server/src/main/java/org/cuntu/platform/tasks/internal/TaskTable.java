package org.cuntu.platform.tasks.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.database.DbTime;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.tasks.TaskId;
import org.cuntu.platform.tasks.TaskResult;
import org.cuntu.platform.tasks.TaskState;
import org.cuntu.platform.tasks.TaskView;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of {@code task}. An end is never left again. */
@Component
class TaskTable {
    private static final TypeReference<Map<String, String>> PARAMS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Object>> RESULT = new TypeReference<>() {};
    private static final TypeReference<List<Problem>> PROBLEMS = new TypeReference<>() {};

    /** Of the column's 1,000,000 characters. */
    private static final int PROBLEMS_HELD = 900_000;

    private static final int FIGURE = 300;

    private final JdbcClient jdbc;
    private final CityClock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    TaskTable(JdbcClient jdbc, CityClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a run needs. */
    record Order(TaskId id, String kind, Map<String, String> params, String by, TaskState state, boolean cancelAsked) {}

    void add(TaskId id, String kind, Map<String, String> params, String by) {
        jdbc.sql("""
                insert into task (id, kind, params, state, done, cancel_asked, submitted_by, submitted_at)
                values (:id, :kind, :params, 'QUEUED', 0, false, :by, :at)""")
                .param("id", id.value())
                .param("kind", kind)
                .param("params", json.writeValueAsString(params))
                .param("by", by)
                .param("at", DbTime.of(clock.now()))
                .update();
    }

    Optional<Order> order(TaskId id) {
        return jdbc.sql("select * from task where id = :id")
                .param("id", id.value())
                .query((row, n) -> new Order(
                        id,
                        row.getString("kind"),
                        json.readValue(row.getString("params"), PARAMS),
                        row.getString("submitted_by"),
                        TaskState.valueOf(row.getString("state")),
                        row.getBoolean("cancel_asked")))
                .optional();
    }

    /** @return false when it has ended meanwhile: it is not to be run */
    boolean start(TaskId id) {
        int rows = jdbc.sql("""
                update task set state = 'RUNNING', done = 0, total = null, started_at = :at
                where id = :id and state in ('QUEUED', 'RUNNING')""")
                .param("id", id.value())
                .param("at", DbTime.of(clock.now()))
                .update();
        return rows == 1;
    }

    /** @return whether somebody has asked to cancel */
    boolean progress(TaskId id, long done, long total, String unit) {
        jdbc.sql("update task set done = :done, total = :total, unit = :unit where id = :id and state = 'RUNNING'")
                .param("id", id.value())
                .param("done", done)
                .param("total", total == 0 ? null : total, java.sql.Types.BIGINT)
                .param("unit", unit)
                .update();
        return order(id).map(Order::cancelAsked).orElse(true);
    }

    void finish(TaskId id, TaskResult result) {
        end(id, TaskState.DONE, json.writeValueAsString(result.values()), result.warnings(), null);
    }

    void fail(TaskId id, List<Problem> problems, @Nullable String incident) {
        end(id, TaskState.FAILED, null, problems, incident);
    }

    void cancelled(TaskId id) {
        end(id, TaskState.CANCELLED, null, List.of(), null);
    }

    private void end(
            TaskId id, TaskState state, @Nullable String result, List<Problem> problems, @Nullable String incident) {
        jdbc.sql("""
                update task set state = :state, result = :result, problems = :problems, incident = :incident, ended_at = :at
                where id = :id and state in ('QUEUED', 'RUNNING')""")
                .param("id", id.value())
                .param("state", state.name())
                .param("result", result, java.sql.Types.VARCHAR)
                .param("problems", text(problems))
                .param("incident", incident, java.sql.Types.VARCHAR)
                .param("at", DbTime.of(clock.now()))
                .update();
    }

    /** As many of the problems as the row holds, their figures cut: a task must be able to end whatever it met. */
    private String text(List<Problem> problems) {
        StringBuilder text = new StringBuilder("[");
        for (Problem problem : problems) {
            String one = json.writeValueAsString(shortened(problem));
            if (text.length() + one.length() > PROBLEMS_HELD) break;
            if (text.length() > 1) text.append(',');
            text.append(one);
        }
        return text.append(']').toString();
    }

    private static Problem shortened(Problem problem) {
        Map<String, String> args = new LinkedHashMap<>();
        problem.args()
                .forEach((name, value) ->
                        args.put(name, value.length() <= FIGURE ? value : value.substring(0, FIGURE) + "…"));
        return new Problem(problem.code(), problem.severity(), args, problem.place());
    }

    /** A task that waits ends at once; one that runs is asked. */
    void askCancel(TaskId id) {
        jdbc.sql("update task set cancel_asked = true where id = :id")
                .param("id", id.value())
                .update();
        jdbc.sql("""
                update task set state = 'CANCELLED', problems = '[]', ended_at = :at
                where id = :id and state = 'QUEUED'""")
                .param("id", id.value())
                .param("at", DbTime.of(clock.now()))
                .update();
    }

    Optional<TaskView> find(TaskId id) {
        return jdbc.sql("select * from task where id = :id")
                .param("id", id.value())
                .query(this::view)
                .optional();
    }

    List<TaskView> listNewest(int limit) {
        return jdbc.sql("select * from task order by submitted_at desc, id fetch first :limit rows only")
                .param("limit", limit)
                .query(this::view)
                .list();
    }

    private TaskView view(ResultSet row, int number) throws SQLException {
        long done = row.getLong("done");
        long read = row.getLong("total");
        Long total = row.wasNull() ? null : read;
        TaskState state = TaskState.valueOf(row.getString("state"));
        Double rate = state == TaskState.RUNNING ? rate(done, DbTime.find(row, "started_at")) : null;
        Long left = rate == null || rate == 0 || total == null ? null : Math.round((total - done) / rate);
        String result = row.getString("result");
        String problems = row.getString("problems");
        return new TaskView(
                new TaskId(row.getObject("id", UUID.class)),
                row.getString("kind"),
                state,
                done,
                total,
                row.getString("unit"),
                rate,
                left,
                result == null ? null : json.readValue(result, RESULT),
                problems == null ? List.of() : json.readValue(problems, PROBLEMS),
                row.getString("incident"),
                row.getString("submitted_by"),
                DbTime.read(row, "submitted_at"),
                DbTime.find(row, "ended_at"));
    }

    private @Nullable Double rate(long done, @Nullable Instant since) {
        if (since == null || done == 0) return null;
        double seconds = Duration.between(since, clock.now()).toMillis() / 1000.0;
        return seconds < 0.5 ? null : Math.round(10 * done / seconds) / 10.0;
    }
}
