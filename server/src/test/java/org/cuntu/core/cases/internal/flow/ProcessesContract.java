package org.cuntu.core.cases.internal.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.cuntu.core.cases.Matter;
import org.cuntu.core.cases.MatterStep;
import org.cuntu.core.cases.Matters;
import org.cuntu.core.cases.Processes;
import org.cuntu.core.cases.internal.BpmnCheck;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.database.DbTime;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.testing.TestApplication;
import org.flowable.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.GenericApplicationContext;

/** What a database must do for the engine; run on each that the product supports. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ProcessesContract {
    private static final Map<String, Boolean> NONE = Map.of();
    private static final Matter STRAIGHT = Flow.of("straight")
            .user("accept", "decide")
            .end("done")
            .way("start > accept > decide > done")
            .matter();
    private static final Matter JOINT = Flow.of("joint")
            .user("accept", "crops", "slopes", "check")
            .gateway("parallel", "split", "join")
            .end("done")
            .way("start > accept > split > crops > join > check > done")
            .way("split > slopes > join")
            .matter();

    private final Told told = new Told();

    @TempDir
    static Path home;

    private TestApplication application;
    private Processes processes;
    private Retried retried;

    /** Settings of an empty database of the kind. */
    abstract List<String> database(String name);

    abstract boolean isPostgres();

    @BeforeAll
    void begin() {
        application = TestApplication.startWith(home, isPostgres(), database("processes"), this::beans);
        processes = application.bean(Processes.class);
        retried = application.bean(Retried.class);
    }

    private void beans(GenericApplicationContext context) {
        context.registerBean("told", Processes.Arrivals.class, () -> told, bean -> bean.setPrimary(true));
        // the processes here are not drawn to the end, as a matter's must be
        context.registerBean("lenient", BpmnCheck.class, () -> matter -> {}, bean -> bean.setPrimary(true));
        context.registerBean("called", Matters.class, Called::new, bean -> bean.setPrimary(true));
    }

    @AfterEach
    void quiet() {
        told.onCall(null);
    }

    @AfterAll
    void end() {
        application.close();
    }

    @Test
    void aStraightProcessOpensStepAfterStepAndEnds() {
        UUID caseId = begun(STRAIGHT);
        done(caseId, "accept", NONE);
        done(caseId, "decide", NONE);

        assertThat(told.of(caseId)).containsExactly("opened accept", "opened decide", "ended done");
    }

    @Test
    void aDecisionThatNobodyMadeIsFalse() {
        Matter matter = Flow.of("choice")
                .user("examine", "yes", "no")
                .gateway("exclusive", "which")
                .end("done")
                .way("start > examine > which")
                .when("agree", "which", "yes")
                .when("!agree", "which", "no")
                .way("yes > done")
                .way("no > done")
                .matter();
        UUID agreed = begun(matter);
        done(agreed, "examine", Map.of("agree", true));
        UUID silent = begun(matter);
        done(silent, "examine", NONE);

        assertThat(told.of(agreed)).containsExactly("opened examine", "opened yes");
        assertThat(told.of(silent)).containsExactly("opened examine", "opened no");
    }

    @Test
    void theStepAfterAJoinIsThereWhenTheLastActAnswers() {
        UUID caseId = begun(JOINT);
        done(caseId, "accept", NONE);
        done(caseId, "crops", NONE);
        done(caseId, "slopes", NONE);

        assertThat(told.of(caseId))
                .endsWith("opened check")
                .filteredOn("opened check"::equals)
                .hasSize(1);
    }

    @Test
    void twoPersonsWhoEndTheBranchesAtTheSameMomentOpenTheNextStepOnce() {
        for (int round = 0; round < 25; round++) {
            UUID caseId = begun(JOINT);
            done(caseId, "accept", NONE);
            CountDownLatch both = new CountDownLatch(2);

            TestApplication.inParallel(2, who -> {
                both.countDown();
                await(both);
                done(caseId, who == 0 ? "crops" : "slopes", NONE);
            });

            TestApplication.eventually(
                    "check in round " + round, () -> told.task(caseId, "check").isPresent());
            assertThat(told.of(caseId)).filteredOn("opened check"::equals).hasSize(1);
        }
    }

    @Test
    void ofTwoWhoEndOneStepAtTheSameMomentOneIsRefused() {
        for (int round = 0; round < 10; round++) {
            UUID caseId = begun(STRAIGHT);
            UUID task = task(caseId, "accept");
            CountDownLatch both = new CountDownLatch(2);
            AtomicInteger refused = new AtomicInteger();

            TestApplication.inParallel(2, who -> {
                both.countDown();
                await(both);
                try {
                    done(caseId, task, NONE);
                } catch (ProblemAnswer e) {
                    assertThat(e.problem().code()).isEqualTo("cases.someone-acted");
                    assertThat(e.status()).isEqualTo(409);
                    refused.incrementAndGet();
                }
            });

            assertThat(refused).hasValue(1);
            assertThat(told.of(caseId)).containsExactly("opened accept", "opened decide");
        }
    }

    @Test
    void anInclusiveGatewayOpensTheBranchesThatAreAskedForAndWaitsForThem() {
        Matter matter = Flow.of("inclusive")
                .user("accept", "crops", "slopes", "mines", "check")
                .gateway("inclusive", "split", "join")
                .end("done")
                .way("start > accept > split")
                .when("farmland", "split", "crops")
                .when("slope", "split", "slopes")
                .when("mining", "split", "mines")
                .way("crops > join > check > done")
                .way("slopes > join")
                .way("mines > join")
                .matter();
        UUID caseId = begun(matter);
        done(caseId, "accept", Map.of("farmland", true, "mining", true));
        done(caseId, "crops", NONE);
        assertThat(told.task(caseId, "check")).isEmpty();
        done(caseId, "mines", NONE);

        assertThat(told.of(caseId))
                .containsExactlyInAnyOrder("opened accept", "opened crops", "opened mines", "opened check");
    }

    @Test
    void sentBackOutOfBranchesEveryOpenStepIsClosedAndTheWayBeginsAnew() {
        UUID caseId = begun(JOINT);
        done(caseId, "accept", NONE);
        done(caseId, "crops", NONE);
        act(() -> processes.moveTo(caseId, "accept"));
        assertThat(told.of(caseId)).endsWith("closed slopes", "opened accept");

        done(caseId, "accept", NONE);
        done(caseId, "slopes", NONE);
        assertThat(told.task(caseId, "check"))
                .as("crops of the first round is no longer there")
                .isEmpty();
        done(caseId, "crops", NONE);
        assertThat(told.of(caseId)).endsWith("opened check");
    }

    @Test
    void sentBackFromOneStepToAnEarlierOne() {
        UUID caseId = begun(STRAIGHT);
        done(caseId, "accept", NONE);
        act(() -> processes.moveTo(caseId, "accept"));
        done(caseId, "accept", NONE);
        done(caseId, "decide", NONE);

        assertThat(told.of(caseId))
                .containsExactly(
                        "opened accept",
                        "opened decide",
                        "closed decide",
                        "opened accept",
                        "opened decide",
                        "ended done");
    }

    @Test
    void aMessageMovesOnlyWhoWaitsForIt() {
        Matter matter = Flow.of("paper")
                .user("decide", "issue")
                .service("give-number", "number")
                .receive("wait", "paper")
                .end("done")
                .way("start > decide > give-number > wait > issue > done")
                .matter();
        UUID caseId = begun(matter);
        act(() -> processes.message(caseId, "paper"));
        done(caseId, "decide", NONE);
        assertThat(told.of(caseId)).containsExactly("opened decide", "called number");
        act(() -> processes.message(caseId, "children"));
        assertThat(told.task(caseId, "issue")).isEmpty();

        act(() -> processes.message(caseId, "paper"));
        act(() -> processes.message(caseId, "paper"));
        assertThat(told.of(caseId)).containsExactly("opened decide", "called number", "opened issue");
    }

    @Test
    void whatACallSaysIsHeardWhenTheTokenWaits() {
        Matter matter = Flow.of("at-once")
                .user("decide", "issue")
                .service("give-number", "number")
                .receive("wait", "paper")
                .end("done")
                .way("start > decide > give-number > wait > issue > done")
                .matter();
        UUID caseId = begun(matter);
        told.onCall(() -> processes.message(caseId, "paper"));
        done(caseId, "decide", NONE);

        assertThat(told.of(caseId)).containsExactly("opened decide", "called number", "opened issue");
    }

    @Test
    void aMessageAtAStepTakesItAway() {
        Matter matter = Flow.of("withdrawing")
                .user("examine")
                .interruption("withdrawn", "examine", "withdrawn")
                .end("done", "gone")
                .way("start > examine > done")
                .way("withdrawn > gone")
                .matter();
        UUID caseId = begun(matter);
        act(() -> processes.message(caseId, "withdrawn"));

        assertThat(told.of(caseId)).containsExactly("opened examine", "closed examine", "ended gone");
    }

    @Test
    void aTimerAtAStepTakesItAwayWhenItsTimeHasCome() {
        Matter matter = Flow.of("timed")
                .user("correct", "late")
                .timer("too-late", "correct", "PT48H")
                .end("done")
                .way("start > correct > done")
                .way("too-late > late > done")
                .matter();
        UUID caseId = begun(matter);
        application.clock().pass(Duration.ofHours(49));

        TestApplication.eventually("the timer", () -> told.task(caseId, "late").isPresent());
        assertThat(told.of(caseId)).containsExactly("opened correct", "closed correct", "opened late");
    }

    @Test
    void aCalledProcessIsOfTheSameCase() {
        UUID caseId = begun(Called.CALLING);
        done(caseId, "measure", NONE);
        done(caseId, "decide", NONE);

        assertThat(told.of(caseId)).containsExactly("opened measure", "opened decide", "ended done");
    }

    @Test
    void sentBackOutOfACalledProcess() {
        UUID caseId = begun(Called.CALLING_LATER);
        done(caseId, "accept", NONE);
        act(() -> processes.moveTo(caseId, "accept"));
        done(caseId, "accept", NONE);

        assertThat(told.of(caseId))
                .containsExactly(
                        "opened accept", "opened measure", "closed measure", "opened accept", "opened measure");
    }

    @Test
    void aCancelledProcessHasNoOpenStep() {
        UUID caseId = begun(JOINT);
        done(caseId, "accept", NONE);
        act(() -> processes.cancel(caseId, "withdrawn"));
        act(() -> processes.cancel(caseId, "withdrawn"));
        act(() -> processes.message(caseId, "paper"));

        assertThat(told.of(caseId))
                .containsExactlyInAnyOrder(
                        "opened accept", "opened crops", "opened slopes", "closed crops", "closed slopes");
        assertThat(engineRows(caseId)).isEqualTo(0);
    }

    @Test
    void anActThatFailsAfterwardsLeavesEveryRowAsItWas() {
        UUID caseId = begun(STRAIGHT);
        UUID task = task(caseId, "accept");
        String before = rows(caseId);

        assertThatThrownBy(() -> act(() -> {
                    processes.complete(caseId, task, NONE);
                    application
                            .bean(ProofLog.class)
                            .append(new ProofAct("local", "cases:step:accept", "" + caseId, null));
                    throw new IllegalStateException("afterwards");
                }))
                .hasMessage("afterwards");

        assertThat(rows(caseId)).isEqualTo(before);
        assertThat(application.bean(ProofLog.class).find("cases:step:accept", "" + caseId))
                .isEmpty();
        done(caseId, task, NONE);
        assertThat(told.task(caseId, "decide")).isPresent();
    }

    @Test
    void aServiceTaskThatFailsFailsTheActWithItsOwnWords() {
        Matter matter = Flow.of("failing")
                .user("decide")
                .service("give-number", "number")
                .end("done")
                .way("start > decide > give-number > done")
                .matter();
        UUID caseId = begun(matter);
        String before = rows(caseId);
        told.onCall(() -> {
            throw ProblemAnswer.conflict("cases.no-number");
        });

        assertThatThrownBy(() -> done(caseId, "decide", NONE))
                .isInstanceOfSatisfying(
                        ProblemAnswer.class, e -> assertThat(e.problem().code()).isEqualTo("cases.no-number"));
        assertThat(rows(caseId)).isEqualTo(before);
        told.onCall(null);
        done(caseId, "decide", NONE);
        assertThat(told.of(caseId)).endsWith("called number", "ended done");
    }

    @Test
    void theDrawingShowsWhatWasPassedAndWhereTheTokensAre() {
        UUID caseId = begun(JOINT);
        done(caseId, "accept", NONE);
        done(caseId, "crops", NONE);

        Processes.Drawing drawing = processes.draw(caseId, JOINT);
        assertThat(drawing.nodes().stream().collect(Collectors.toMap(Processes.Node::id, Processes.Node::state)))
                .containsEntry("start", "DONE")
                .containsEntry("accept", "DONE")
                .containsEntry("crops", "DONE")
                .containsEntry("slopes", "OPEN")
                .containsEntry("check", "TO_COME");
        assertThat(drawing.nodes())
                .filteredOn(node -> node.id().equals("accept"))
                .first()
                .satisfies(node -> {
                    assertThat(node.kind()).isEqualTo("userTask");
                    assertThat(node.x()).isEqualTo(60);
                    assertThat(node.height()).isEqualTo(30);
                });
        assertThat(drawing.edges().stream().filter(Processes.Edge::taken).map(Processes.Edge::to))
                .containsExactlyInAnyOrder("accept", "split", "crops", "slopes", "join");
    }

    @Test
    void aJoinThatFailsAgainAndAgainIsToldOfAndGoesOnWhenItCan() {
        Matter matter = Flow.of("stuck")
                .user("crops", "slopes", "check")
                .gateway("parallel", "split", "join")
                .service("give-number", "number")
                .end("done")
                .way("start > split > crops > join > give-number > check > done")
                .way("split > slopes > join")
                .matter();
        UUID caseId = begun(matter);
        told.onCall(() -> {
            throw new IllegalStateException("no number today");
        });
        done(caseId, "crops", NONE);
        done(caseId, "slopes", NONE);
        TestApplication.eventually("it is told of", () -> {
            passUntilItIsTriedAgain(caseId);
            return application.bean(FlowStuck.class).problem().isPresent();
        });
        assertThat(told.task(caseId, "check")).isEmpty();

        told.onCall(null);
        TestApplication.eventually("it goes on", () -> {
            passUntilItIsTriedAgain(caseId);
            return told.task(caseId, "check").isPresent();
        });
        TestApplication.eventually(
                "all is well", () -> application.bean(FlowStuck.class).problem().isEmpty());
    }

    @Test
    void theEngineTakesEveryMatterOfTheCity() {
        List<Matter> city = application.context().getBeansOfType(Matters.class).values().stream()
                .filter(each -> !(each instanceof Called))
                .flatMap(each -> each.list(application.bean(CityClock.class).today()).stream())
                .toList();
        assertThat(city).isNotEmpty();

        for (Matter matter : city) act(() -> processes.deploy(matter));

        for (Matter matter : city)
            assertThat(processes.draw(UUID.randomUUID(), matter).nodes())
                    .extracting(Processes.Node::id)
                    .containsAll(matter.steps().stream().map(MatterStep::id).toList());
    }

    @Test
    void theTablesAreThoseOfTheEnginesVersion() {
        assertThat(ProcessEngine.VERSION).startsWith(FlowTables.ENGINE + ".");
    }

    @Test
    void theDrawingStaysWhenTheProcessHasEnded() {
        UUID caseId = begun(STRAIGHT);
        done(caseId, "accept", NONE);
        done(caseId, "decide", NONE);

        assertThat(processes.draw(caseId, STRAIGHT).nodes())
                .extracting(Processes.Node::state)
                .containsOnly("DONE");
    }

    private UUID begun(Matter matter) {
        UUID caseId = UUID.randomUUID();
        act(() -> processes.start(caseId, matter, NONE));
        return caseId;
    }

    private UUID task(UUID caseId, String step) {
        return told.task(caseId, step).orElseThrow(() -> new AssertionError(step + ": " + told.of(caseId)));
    }

    private void done(UUID caseId, String step, Map<String, Boolean> variables) {
        done(caseId, task(caseId, step), variables);
    }

    private void done(UUID caseId, UUID task, Map<String, Boolean> variables) {
        act(() -> processes.complete(caseId, task, variables));
    }

    private void act(Runnable work) {
        retried.inTransaction(() -> {
            work.run();
            return Optional.empty();
        });
    }

    private void passUntilItIsTriedAgain(UUID caseId) {
        long later = application
                .jdbc()
                .sql("select count(*) from act_ru_timer_job where process_instance_id_ = :id and duedate_ > :now")
                .param("id", caseId.toString())
                .param("now", DbTime.of(application.bean(CityClock.class).now()))
                .query(Long.class)
                .single();
        if (later > 0) application.clock().pass(Duration.ofSeconds(6));
    }

    private long engineRows(UUID caseId) {
        return application
                .jdbc()
                .sql("select count(*) from act_ru_execution where root_proc_inst_id_ = :id")
                .param("id", caseId.toString())
                .query(Long.class)
                .single();
    }

    /** The engine's rows and ours of a case, with the revision of each. */
    private String rows(UUID caseId) {
        return application
                        .jdbc()
                        .sql("""
                        select id_, rev_, act_id_ from act_ru_execution where root_proc_inst_id_ = :id order by id_""")
                        .param("id", caseId.toString())
                        .query()
                        .listOfRows()
                + ""
                + application
                        .jdbc()
                        .sql("select id_, rev_ from act_ru_task where proc_inst_id_ = :id order by id_")
                        .param("id", caseId.toString())
                        .query()
                        .listOfRows()
                + application
                        .jdbc()
                        .sql("select element from flow_visit where case_id = :id order by element")
                        .param("id", caseId)
                        .query()
                        .listOfRows();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
