package org.cuntu.business.planning.internal;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.cuntu.business.planning.PlanState;
import org.cuntu.business.planning.PlanStep;
import org.cuntu.business.planning.PlanVersion;
import org.cuntu.business.planning.ProposalStep.Outcome;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.Box;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.identity.User;
import org.cuntu.platform.tasks.Tasks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Moves a version on: where it stands, the step, the task of what comes next, and the entry of the proof log. Called inside the
 * transaction that holds the version's row, so that all of it is there or nothing.
 */
@Component
class PlanMoves {
    private final PlanTable plans;
    private final PlanSteps steps;
    private final Tasks tasks;
    private final ProofLog proof;
    private final CityClock clock;

    PlanMoves(PlanTable plans, PlanSteps steps, Tasks tasks, ProofLog proof, CityClock clock) {
        this.plans = plans;
        this.steps = steps;
        this.tasks = tasks;
        this.proof = proof;
        this.clock = clock;
    }

    /**
     * A step that is taken.
     *
     * @param of which of the way's steps; null: none
     * @param verb of the proof entry
     * @param digest of what was made; null: nothing
     */
    record Taken(
            PlanStep.Kind kind,
            @Nullable String of,
            Outcome outcome,
            String actor,
            List<String> lentBy,
            @Nullable String words,
            List<Problem> problems,
            String verb,
            @Nullable String digest) {
        static Taken by(User user, PlanStep.Kind kind, String permission, @Nullable String words, String verb) {
            List<String> lenders = List.copyOf(new TreeSet<>(user.lenders(permission)));
            return new Taken(kind, null, Outcome.DONE, user.id(), lenders, words, List.of(), verb, null);
        }

        Taken of(String step) {
            return new Taken(kind, step, outcome, actor, lentBy, words, problems, verb, digest);
        }

        Taken ending(Outcome other) {
            return new Taken(kind, of, other, actor, lentBy, words, problems, verb, digest);
        }

        Taken naming(String hash) {
            return new Taken(kind, of, outcome, actor, lentBy, words, problems, verb, hash);
        }
    }

    void move(PlanVersion from, PlanState next, int step, int round, Taken taken) {
        plans.stand(from.id(), next, step, round, clock.now());
        steps.add(new PlanStep(
                from.id(),
                0,
                round,
                taken.kind(),
                taken.of(),
                taken.outcome(),
                clock.now(),
                taken.actor(),
                taken.lentBy(),
                taken.words(),
                taken.problems()));
        if (next == PlanState.DELIVERED || next == PlanState.APPROVED) work(from.id(), next, round);
        note(taken.actor(), taken.verb(), from, taken.digest());
    }

    private void work(UUID version, PlanState state, int round) {
        Map<String, String> params =
                Map.of("version", version.toString(), "state", state.name(), "round", String.valueOf(round));
        plans.work(version, tasks.submit(PlanTask.KIND, params).value());
    }

    /** Somebody opened it: one read of its ground. */
    void read(String actor, PlanVersion version, @Nullable Box ground) {
        proof.append(new ProofAct(actor, "planning:plan:read", version.number(), null).on(ground));
    }

    void note(String actor, String verb, PlanVersion version, @Nullable String digest) {
        proof.append(new ProofAct(actor, "planning:plan:" + verb, version.number(), digest));
    }
}
