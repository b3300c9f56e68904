package org.cuntu.platform.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cuntu.testing.TestApplication.eventually;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.testing.TestApplication;
import org.cuntu.testing.TestTask;
import org.junit.jupiter.api.Test;

/** Long work: kept, with progress, cancellable, and with one end. */
abstract class TasksContract {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final TestApplication application = application();
    private final Tasks tasks = application.bean(Tasks.class);

    abstract TestApplication application();

    @Test
    void aTaskIsDoneWithItsResultAndAllOfItCounted() throws Exception {
        TaskView view = ended(submit(TestTask.COUNTS, Map.of("to", "1000")));

        assertThat(view.state()).isEqualTo(TaskState.DONE);
        assertThat(view.result()).containsEntry("counted", 1000).containsEntry("by", "local");
        assertThat(view.done()).isEqualTo(1000);
        assertThat(view.total()).isEqualTo(1000);
        assertThat(view.unit()).isEqualTo("sheep");
        assertThat(view.endedAt()).isAfterOrEqualTo(view.submittedAt());
    }

    @Test
    void aTaskActsForWhoAskedForIt() throws Exception {
        TaskId id = application
                .bean(CurrentActor.class)
                .as("luozhiyuan", () -> tasks.submit(TestTask.COUNTS.kind(), Map.of("to", "1")));

        assertThat(ended(id).by()).isEqualTo("luozhiyuan");
        assertThat(ended(id).result()).containsEntry("by", "luozhiyuan");
    }

    @Test
    void progressIsSeenWhileItRuns() throws Exception {
        TaskId id = submit(TestTask.GOES_ON, Map.of());

        eventually("progress is told", () -> view(id).done() == 1);
        assertThat(view(id).state()).isEqualTo(TaskState.RUNNING);
        assertThat(view(id).total()).isEqualTo(2);
        tasks.cancel(id);
        ended(id);
    }

    @Test
    void aRunningTaskStopsWhenItIsCancelled() throws Exception {
        TaskId id = submit(TestTask.GOES_ON, Map.of());
        eventually("it runs", () -> view(id).state() == TaskState.RUNNING);

        tasks.cancel(id);

        assertThat(ended(id).state()).isEqualTo(TaskState.CANCELLED);
    }

    @Test
    void aTaskThatWaitsIsCancelledAtOnceAndNeverBegun() throws Exception {
        List<TaskId> busy = new ArrayList<>();
        for (int i = 0; i < 2; i++) busy.add(submit(TestTask.GOES_ON, Map.of()));
        eventually("both threads work", () -> busy.stream().allMatch(id -> view(id).state() == TaskState.RUNNING));
        TaskId waiting = submit(TestTask.COUNTS, Map.of("to", "5"));

        tasks.cancel(waiting);

        assertThat(view(waiting).state()).isEqualTo(TaskState.CANCELLED);
        busy.forEach(tasks::cancel);
        for (TaskId id : busy) ended(id);
        ended(submit(TestTask.COUNTS, Map.of("to", "1")));
        assertThat(view(waiting).done()).isZero();
    }

    @Test
    void anEndIsNotChangedByCancelling() throws Exception {
        TaskView done = ended(submit(TestTask.COUNTS, Map.of("to", "3")));

        tasks.cancel(done.id());

        assertThat(view(done.id())).isEqualTo(done);
    }

    @Test
    void aTaskThatRefusesItsInputHasFailedWithTheProblems() throws Exception {
        TaskView view = ended(submit(TestTask.REFUSES, Map.of("times", "3")));

        assertThat(view.state()).isEqualTo(TaskState.FAILED);
        assertThat(view.incident()).isNull();
        assertThat(view.problems()).hasSize(3);
        assertThat(view.problems().getFirst().place().file()).isEqualTo("a.shp");
    }

    @Test
    void problemsThatNoRowHoldsEndTheTaskAllTheSame() throws Exception {
        TaskView view = ended(submit(TestTask.REFUSES, Map.of("times", "200", "length", "20000")));

        assertThat(view.state()).isEqualTo(TaskState.FAILED);
        assertThat(view.problems()).isNotEmpty();
    }

    @Test
    void theUnexpectedEndsItWithAnIncidentNumberAndNothingMore() throws Exception {
        TaskView view = ended(submit(TestTask.BREAKS, Map.of()));

        assertThat(view.state()).isEqualTo(TaskState.FAILED);
        assertThat(view.incident()).matches("[0-9a-f]{8}");
        assertThat(view.problems().getFirst().args()).containsEntry("incident", view.incident());
        assertThat(view.toString()).doesNotContain("a secret path");
    }

    @Test
    void warningsAreKeptWithTheResult() throws Exception {
        TaskView view = ended(submit(TestTask.WARNS, Map.of()));

        assertThat(view.state()).isEqualTo(TaskState.DONE);
        assertThat(view.problems())
                .extracting(problem -> problem.severity().name())
                .containsExactly("WARNING");
    }

    @Test
    void aTaskWhoseTransactionIsRolledBackNeverWas() {
        TaskId[] id = new TaskId[1];

        application.rolledBack(() -> id[0] = submit(TestTask.COUNTS, Map.of("to", "1")));

        assertThat(tasks.find(id[0])).isEmpty();
        assertThat(scheduled(id[0])).isZero();
    }

    @Test
    void whenATaskHasEndedNothingOfItIsScheduled() throws Exception {
        TaskId id = submit(TestTask.COUNTS, Map.of("to", "1"));
        ended(id);

        eventually("its execution is gone", () -> scheduled(id) == 0);
    }

    @Test
    void aKindThatNobodyDoesIsRefused() {
        assertThatThrownBy(() -> tasks.submit("test.unheard-of", Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(tasks.find(new TaskId(UUID.randomUUID()))).isEmpty();
    }

    @Test
    void theNewestTaskComesFirst() throws Exception {
        TaskId older = submit(TestTask.COUNTS, Map.of("to", "1"));
        TaskId newer = submit(TestTask.COUNTS, Map.of("to", "1"));

        assertThat(tasks.listNewest(2)).extracting(TaskView::id).containsExactly(newer, older);
    }

    private TaskId submit(TestTask kind, Map<String, String> params) {
        return tasks.submit(kind.kind(), params);
    }

    private TaskView ended(TaskId id) throws InterruptedException {
        TaskView view = tasks.await(id, PATIENCE);
        assertThat(view.state().isEnd()).as("%s", view).isTrue();
        return view;
    }

    private TaskView view(TaskId id) {
        return tasks.find(id).orElseThrow();
    }

    private long scheduled(TaskId id) {
        return application
                .jdbc()
                .sql("select count(*) from scheduled_tasks where task_instance = :id")
                .param("id", id.toString())
                .query(Long.class)
                .single();
    }
}
