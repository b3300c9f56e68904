package org.cuntu.core.intake.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cuntu.core.intake.Submission;
import org.cuntu.core.intake.SubmissionRound;
import org.cuntu.core.intake.SubmissionStep.Outcome;
import org.cuntu.core.intake.SubmissionStep.Step;
import org.cuntu.core.quality.CheckRun;
import org.cuntu.core.quality.LayerChecks;
import org.cuntu.platform.tasks.TaskContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 质检: the division's new state by the rules in force on its first day. One refusing issue sends it to be mended. */
@Component
class CheckWork implements StepWork {
    private final RoundTable rounds;
    private final LayerChecks checks;
    private final CandidateMaking candidates;

    CheckWork(RoundTable rounds, LayerChecks checks, CandidateMaking candidates) {
        this.rounds = rounds;
        this.checks = checks;
        this.candidates = candidates;
    }

    @Override
    public Submission.State state() {
        return Submission.State.CHECKING;
    }

    @Override
    public Step step() {
        return Step.CHECK;
    }

    @Override
    public String verb() {
        return "check";
    }

    @Override
    public Done work(Submission submission, TaskContext context) {
        SubmissionRound round = rounds.find(submission.id(), submission.round()).orElseThrow();
        String part = round.part();
        if (part == null) throw new IllegalStateException("nothing to check in " + submission.number());
        String division = candidates.isWhole(submission) ? null : submission.division();
        CheckRun run = checks.check(
                new LayerChecks.Order(
                        submission.layer(), part, submission.inForceFrom(), round.before(), division, update(round)),
                watched(context));
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("features", run.features());
        figures.put("refusing", run.refusing());
        figures.put("warnings", run.warnings());
        figures.put("score", run.score());
        boolean sound = run.refusing() == 0;
        return new Done(
                sound ? Outcome.DONE : Outcome.REFUSED,
                sound ? Submission.State.REVIEWING : Submission.State.MENDING,
                figures,
                List.of(),
                part,
                () -> rounds.checked(submission.id(), submission.round(), run));
    }

    /** The package that the part was made of; null: none. */
    private static LayerChecks.@Nullable Update update(SubmissionRound round) {
        SubmissionRound.Yearly yearly = round.yearly();
        return yearly == null
                ? null
                : new LayerChecks.Update(Objects.requireNonNull(round.delivered()), yearly.process());
    }

    private static LayerChecks.Progress watched(TaskContext context) {
        return new LayerChecks.Progress() {
            @Override
            public void at(long done, long of) {
                context.progress(done, of, "features");
            }

            @Override
            public boolean cancelled() {
                return false; // progress itself ends the run
            }
        };
    }
}
