package org.cuntu.testing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.tasks.TaskContext;
import org.cuntu.platform.tasks.TaskKind;
import org.cuntu.platform.tasks.TaskResult;

/** Work that does nothing, in each of the ways in which work can end. */
public enum TestTask implements TaskKind {
    /** Counts to its parameter {@code to}. */
    COUNTS {
        @Override
        public TaskResult run(TaskContext context) {
            long to = Long.parseLong(context.params().get("to"));
            for (long done = 1; done <= to; done++) context.progress(done, to, "sheep");
            return TaskResult.of(Map.of("counted", to, "by", context.actor()));
        }
    },
    /** Goes on until somebody stops it. */
    GOES_ON {
        @Override
        public TaskResult run(TaskContext context) {
            while (true) {
                context.progress(1, 2, "rounds");
                LockSupport.parkNanos(5_000_000L);
            }
        }
    },
    /** Refuses its input with its parameter {@code times} problems, each with a long value. */
    REFUSES {
        @Override
        public TaskResult run(TaskContext context) {
            String value = "x".repeat(Integer.parseInt(context.params().getOrDefault("length", "1")));
            Problem one = Problem.refused("task.unknown", Problem.Place.file("a.shp"), "id", value);
            throw new InputRefused(java.util.Collections.nCopies(
                    Integer.parseInt(context.params().get("times")), one));
        }
    },
    /** Breaks. */
    BREAKS {
        @Override
        public TaskResult run(TaskContext context) throws Exception {
            throw new java.io.IOException("a secret path");
        }
    },
    /** Is let pass with a warning. */
    WARNS {
        @Override
        public TaskResult run(TaskContext context) {
            Problem warning = Problem.warning("task.unknown", Problem.Place.UNKNOWN, "id", "7");
            return new TaskResult(Map.of(), List.of(warning));
        }
    };

    @Override
    public String kind() {
        return "test." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
