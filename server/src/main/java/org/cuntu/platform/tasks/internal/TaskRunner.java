package org.cuntu.platform.tasks.internal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.tasks.TaskCancelled;
import org.cuntu.platform.tasks.TaskContext;
import org.cuntu.platform.tasks.TaskId;
import org.cuntu.platform.tasks.TaskKind;
import org.cuntu.platform.tasks.TaskResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Runs one task to its end. When the process is stopping, the task stays RUNNING, and is begun again by the next one. */
@Component
class TaskRunner {
    private static final Logger log = LoggerFactory.getLogger(TaskRunner.class);
    private static final long WRITE_NANOS = 300_000_000L;

    private final TaskTable table;
    private final ObjectProvider<TaskKind> kinds;
    private final CurrentActor actor;

    TaskRunner(TaskTable table, ObjectProvider<TaskKind> kinds, CurrentActor actor) {
        this.table = table;
        this.kinds = kinds;
        this.actor = actor;
    }

    void run(TaskId id, BooleanSupplier stopping) {
        TaskTable.Order order = table.order(id).orElse(null);
        if (order == null || order.state().isEnd()) return;
        if (order.cancelAsked()) {
            table.cancelled(id);
            return;
        }
        if (!table.start(id)) return;
        try {
            TaskKind kind = kinds.stream()
                    .filter(known -> known.kind().equals(order.kind()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no such kind of task: " + order.kind()));
            Run run = new Run(order, stopping);
            TaskResult result = actor.as(order.by(), () -> run(kind, run));
            run.tellLast();
            table.finish(id, result);
        } catch (TaskCancelled e) {
            if (stopping.getAsBoolean()) throw e;
            table.cancelled(id);
        } catch (InputRefused e) {
            table.fail(id, e.problems(), null);
        } catch (RuntimeException | Error e) {
            if (stopping.getAsBoolean()) throw e;
            String incident = UUID.randomUUID().toString().substring(0, 8);
            log.error("incident {}: task {} {}", incident, order.kind(), id, e);
            Problem problem = Problem.refused("task.incident", Problem.Place.UNKNOWN, "incident", incident);
            table.fail(id, List.of(problem), incident);
        }
    }

    private static TaskResult run(TaskKind kind, TaskContext context) {
        try {
            return kind.run(context);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private final class Run implements TaskContext {
        private final TaskTable.Order order;
        private final BooleanSupplier stopping;
        private long written;
        private boolean first = true;
        private BooleanSupplier last = () -> false;

        private Run(TaskTable.Order order, BooleanSupplier stopping) {
            this.order = order;
            this.stopping = stopping;
        }

        @Override
        public TaskId id() {
            return order.id();
        }

        @Override
        public Map<String, String> params() {
            return order.params();
        }

        @Override
        public String actor() {
            return order.by();
        }

        @Override
        public void progress(long done, long total, String unit) {
            if (stopping.getAsBoolean()) throw new TaskCancelled();
            last = () -> table.progress(order.id(), done, total, unit);
            long now = System.nanoTime();
            if (!first && now - written < WRITE_NANOS) return;
            first = false;
            written = now;
            if (last.getAsBoolean()) throw new TaskCancelled();
        }

        /** When all is done it shows as done, though most of what is told is not written. */
        private void tellLast() {
            last.getAsBoolean();
        }
    }
}
