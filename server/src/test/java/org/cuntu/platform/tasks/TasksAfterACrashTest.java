package org.cuntu.platform.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.cuntu.testing.TestApplication;
import org.cuntu.testing.TestTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process ends in the middle of a task; the next one on the same home begins it again. */
class TasksAfterACrashTest {
    @TempDir
    Path home;

    @Test
    void aTaskThatWasPickedWhenTheProcessDiedIsBegunAgain() throws Exception {
        TaskId id = leftBehind("update scheduled_tasks set picked = true, picked_by = :node, last_heartbeat = :now");

        try (TestApplication next = TestApplication.start(home, false)) {
            assertThat(next.bean(Tasks.class).await(id, Duration.ofSeconds(20)).state())
                    .isEqualTo(TaskState.DONE);
        }
    }

    @Test
    void aTaskThatWasRunningWhenTheProcessStoppedIsBegunAgain() throws Exception {
        TaskId id;
        try (TestApplication first = TestApplication.start(home, false)) {
            id = first.bean(Tasks.class).submit(TestTask.GOES_ON.kind(), Map.of());
            TestApplication.eventually(
                    "it runs",
                    () -> first.bean(Tasks.class).find(id).orElseThrow().state() == TaskState.RUNNING);
        }

        try (TestApplication next = TestApplication.start(home, false)) {
            Tasks tasks = next.bean(Tasks.class);
            TestApplication.eventually(
                    "it goes on", () -> tasks.find(id).orElseThrow().done() == 1);
            assertThat(tasks.find(id).orElseThrow().state()).isEqualTo(TaskState.RUNNING);
            tasks.cancel(id);
            assertThat(tasks.await(id, Duration.ofSeconds(20)).state()).isEqualTo(TaskState.CANCELLED);
        }
    }

    /** A task RUNNING in its row and picked in the schedule, with no process behind it. */
    private TaskId leftBehind(String picked) throws Exception {
        try (TestApplication first = TestApplication.start(home, false, "cuntu.tasks.run=false")) {
            TaskId id = first.bean(Tasks.class).submit(TestTask.COUNTS.kind(), Map.of("to", "10"));
            first.jdbc()
                    .sql(picked)
                    .param(
                            "node",
                            java.nio.file.Files.readString(home.resolve("db/node"))
                                    .strip())
                    .param("now", first.clock().instant().atOffset(java.time.ZoneOffset.UTC))
                    .update();
            first.jdbc().sql("update task set state = 'RUNNING', done = 4").update();
            return id;
        }
    }
}
