package org.cuntu.core.intake.internal;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.cuntu.core.intake.Submission;
import org.cuntu.core.intake.Submission.State;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.tasks.Tasks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Moves a submission on: where it stands, the step with its result, the task of what comes next, and the entry of the proof
 * log. Called inside the transaction that holds the submission's row, so that all of it is there or nothing.
 */
@Component
class Standing {
    private final SubmissionTable submissions;
    private final StepTable steps;
    private final Tasks tasks;
    private final IntakeRules rules;
    private final ProofLog proof;
    private final CityClock clock;

    Standing(
            SubmissionTable submissions,
            StepTable steps,
            Tasks tasks,
            IntakeRules rules,
            ProofLog proof,
            CityClock clock) {
        this.submissions = submissions;
        this.steps = steps;
        this.tasks = tasks;
        this.rules = rules;
        this.proof = proof;
        this.clock = clock;
    }

    /**
     * @param verb of the proof entry
     * @param digest of what the step made; null: nothing
     */
    void move(Submission from, State next, int round, StepTable.Ended ended, String verb, @Nullable String digest) {
        LocalDate deadline =
                next == State.MENDING ? rules.deadline(clock.today()).orElse(null) : null;
        submissions.stand(from.id(), next, round, deadline, clock.now());
        steps.add(from.id(), round, ended);
        if (next.isWorking()) work(from.id(), next, round);
        note(ended.actor(), verb, from, digest);
    }

    /** Has a task do what a state waits for. */
    void work(UUID submission, State state, int round) {
        Map<String, String> params =
                Map.of("submission", submission.toString(), "state", state.name(), "round", String.valueOf(round));
        submissions.work(submission, tasks.submit(StepTask.KIND, params).value());
    }

    void note(String actor, String verb, Submission submission, @Nullable String digest) {
        proof.append(new ProofAct(actor, "intake:submission:" + verb, submission.number(), digest));
    }
}
