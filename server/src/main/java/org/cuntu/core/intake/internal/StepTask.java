package org.cuntu.core.intake.internal;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cuntu.core.intake.Submission;
import org.cuntu.core.intake.Submission.State;
import org.cuntu.core.intake.SubmissionStep.Outcome;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.tasks.TaskCancelled;
import org.cuntu.platform.tasks.TaskContext;
import org.cuntu.platform.tasks.TaskKind;
import org.cuntu.platform.tasks.TaskResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One step of a submission. Until its last transaction there are only files without a row; a run that comes when the
 * submission stands elsewhere, because an earlier run had come to its end or somebody took it back, does nothing.
 */
@Component
class StepTask implements TaskKind {
    static final String KIND = "intake.step";
    private static final Logger log = LoggerFactory.getLogger(StepTask.class);
    private static final int TRIES = 5;

    private final ObjectProvider<StepWork> works;
    private final SubmissionTable submissions;
    private final Standing standing;
    private final CityClock clock;
    private final TransactionTemplate transaction;

    StepTask(
            ObjectProvider<StepWork> works,
            SubmissionTable submissions,
            Standing standing,
            CityClock clock,
            TransactionTemplate transaction) {
        this.works = works;
        this.submissions = submissions;
        this.standing = standing;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public TaskResult run(TaskContext context) throws IOException {
        Map<String, String> params = context.params();
        UUID id = UUID.fromString(params.get("submission"));
        State state = State.valueOf(params.get("state"));
        int round = Integer.parseInt(params.get("round"));
        StepWork work = works.stream()
                .filter(each -> each.state() == state)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing to do in " + state));
        Submission submission = submissions.find(id).orElseThrow();
        for (int tries = 1; isAt(submission, state, round); tries++) {
            Instant began = clock.now();
            StepWork.Done done = work(work, submission, context);
            try {
                finish(work, submission, began, done, context.actor());
                break;
            } catch (StepWork.Moved e) {
                if (tries == TRIES) throw e;
            } catch (InputRefused e) {
                StepWork.Done refused = ended(Outcome.REFUSED, work.refused(), e.problems());
                finish(work, submission, began, refused, context.actor());
                break;
            }
        }
        return TaskResult.of(Map.of("submission", submission.number()));
    }

    private static boolean isAt(Submission submission, State state, int round) {
        return submission.state() == state && submission.round() == round;
    }

    private StepWork.Done work(StepWork work, Submission submission, TaskContext context) throws IOException {
        try {
            return work.work(submission, context);
        } catch (TaskCancelled e) {
            throw e;
        } catch (InputRefused e) {
            return ended(Outcome.REFUSED, work.refused(), e.problems());
        } catch (RuntimeException e) {
            context.progress(0, 0, "features"); // when the process is stopping, this ends the run
            String incident = UUID.randomUUID().toString().substring(0, 8);
            log.error("incident {}: submission {} {}", incident, submission.number(), work.step(), e);
            Problem problem = Problem.refused("intake.broken", Problem.Place.UNKNOWN, "incident", incident);
            return ended(Outcome.BROKEN, work.refused(), List.of(problem));
        }
    }

    private static StepWork.Done ended(Outcome outcome, State next, List<Problem> problems) {
        return new StepWork.Done(outcome, next, Map.of(), problems, null, () -> {});
    }

    private void finish(StepWork work, Submission began, Instant at, StepWork.Done done, String actor) {
        transaction.executeWithoutResult(status -> {
            Submission now = submissions.lock(began.id()).orElseThrow();
            if (!isAt(now, began.state(), began.round())) return;
            done.write().run();
            StepTable.Ended ended = new StepTable.Ended(
                    work.step(), done.outcome(), at, clock.now(), actor, null, done.figures(), done.problems());
            standing.move(now, done.next(), now.round(), ended, work.verb(), done.digest());
        });
    }
}
