package org.cuntu.core.cases.internal.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cuntu.core.cases.Matter;
import org.cuntu.core.cases.Processes;
import org.cuntu.core.cases.internal.BpmnCheck;
import org.cuntu.platform.home.Home;
import org.cuntu.platform.home.NodeName;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database as a killed process leaves it: joins under way, locked by a process that is no more. */
abstract class ProcessesReopenedContract {
    private static final Matter JOINT = Flow.of("joint")
            .user("crops", "slopes", "check")
            .gateway("parallel", "split", "join")
            .end("done")
            .way("start > split > crops > join > check > done")
            .way("split > slopes > join")
            .matter();

    @TempDir
    Path home;

    /** Settings of an empty database of the kind. */
    abstract List<String> database(String name);

    abstract boolean isPostgres();

    @Test
    void whatAKilledProcessHadBegunGoesOnOnce() {
        List<String> database = database("processes_reopened");
        List<UUID> joining = new ArrayList<>();
        UUID waiting = UUID.randomUUID();
        Told before = new Told();
        List<String> quiet = new ArrayList<>(database);
        quiet.add("cuntu.tasks.run=false");
        try (TestApplication first = started(quiet, before)) {
            for (int i = 0; i < 5; i++) joining.add(UUID.randomUUID());
            for (UUID each : joining) begin(first, each);
            begin(first, waiting);
            for (UUID each : joining) for (String step : List.of("crops", "slopes")) done(first, before, each, step);
            done(first, before, waiting, "crops");
            lockedBy(first, NodeName.of(first.bean(Home.class)));
        }
        Told after = new Told();
        try (TestApplication second = started(database, after)) {
            second.bean(FlowEngine.class).get();
            for (UUID each : joining)
                TestApplication.eventually(
                        "a join", () -> after.task(each, "check").isPresent());
            for (UUID each : joining) {
                assertThat(after.of(each)).containsExactly("opened check");
                done(second, after, each, "check");
                assertThat(after.of(each)).containsExactly("opened check", "ended done");
            }
            done(second, before, waiting, "slopes");
            TestApplication.eventually(
                    "the last", () -> after.task(waiting, "check").isPresent());
            assertThat(after.of(waiting)).containsExactly("opened check");
            // a step is told of within the join's transaction: the job is gone when that has been committed
            TestApplication.eventually("every job has gone", () -> rows(second, "act_ru_job") == 0);
            assertThat(rows(second, "act_ru_deadletter_job")).isZero();
        }
    }

    private TestApplication started(List<String> settings, Told told) {
        return TestApplication.startWith(home, isPostgres(), settings, context -> {
            context.registerBean("told", Processes.Arrivals.class, () -> told, bean -> bean.setPrimary(true));
            // the processes here are not drawn to the end, as a matter's must be
            context.registerBean("lenient", BpmnCheck.class, () -> matter -> {}, bean -> bean.setPrimary(true));
        });
    }

    private static void begin(TestApplication application, UUID caseId) {
        application.inTransaction(() -> application.bean(Processes.class).start(caseId, JOINT, Map.of()));
    }

    private static void done(TestApplication application, Told told, UUID caseId, String step) {
        UUID task = told.task(caseId, step).orElseThrow();
        application.inTransaction(() -> application.bean(Processes.class).complete(caseId, task, Map.of()));
    }

    /** Every job and every process, as if this node were in the middle of it. */
    private static void lockedBy(TestApplication application, String node) {
        int jobs = application
                .jdbc()
                .sql(
                        "update act_ru_job set lock_owner_ = :node, lock_exp_time_ = current_timestamp + interval '1' hour")
                .param("node", node)
                .update();
        assertThat(jobs).isGreaterThanOrEqualTo(10);
        application.jdbc().sql("""
                        update act_ru_execution set lock_owner_ = :node, lock_time_ = current_timestamp + interval '1' hour
                        where id_ = root_proc_inst_id_""").param("node", node).update();
    }

    private static long rows(TestApplication application, String table) {
        return application
                .jdbc()
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }
}
