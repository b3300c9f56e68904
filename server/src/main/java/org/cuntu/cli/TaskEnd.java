package org.cuntu.cli;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.tasks.TaskId;
import org.cuntu.platform.tasks.TaskState;
import org.cuntu.platform.tasks.TaskView;
import org.cuntu.platform.tasks.Tasks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Waits for a task that a command has asked for. */
@Component
class TaskEnd {
    private static final Duration LOOK = Duration.ofMillis(500);

    private final Tasks tasks;

    TaskEnd(Tasks tasks) {
        this.tasks = tasks;
    }

    /**
     * The task, which has ended well; cancelled when this thread is interrupted.
     *
     * @throws InputRefused with the problems by which it failed
     */
    TaskView await(TaskId id, ImportDesk.Progress progress) {
        TaskView ended = ended(id, progress);
        if (ended.state() == TaskState.FAILED && ended.incident() == null) throw new InputRefused(ended.problems());
        if (ended.state() != TaskState.DONE)
            throw Stopped.with(
                    Exit.UNEXPECTED, "cli.task-ended", "state", ended.state(), "incident", said(ended.incident()));
        return ended;
    }

    /** What it came to. */
    static Map<String, Object> result(TaskView ended) {
        return Objects.requireNonNull(ended.result());
    }

    private TaskView ended(TaskId id, ImportDesk.Progress progress) {
        try {
            while (true) {
                TaskView view = tasks.await(id, LOOK);
                if (view.state().isEnd()) return view;
                Long total = view.total();
                String unit = view.unit();
                if (unit != null) progress.at(view.done(), total == null ? 0 : total, unit);
            }
        } catch (InterruptedException e) {
            tasks.cancel(id);
            Thread.currentThread().interrupt();
            throw new InputRefused(Problem.refused("cli.interrupted", Problem.Place.UNKNOWN));
        }
    }

    private static String said(@Nullable String incident) {
        return incident == null ? "-" : incident;
    }
}
