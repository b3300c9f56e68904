package org.cuntu.business.planning.internal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cuntu.business.planning.Proposal;
import org.cuntu.business.planning.Proposal.State;
import org.cuntu.business.planning.ProposalStep;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.Box;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.tasks.Tasks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Moves a proposal on: where it stands, the step, the task of what comes next, and the entry of the proof log. Called inside the
 * transaction that holds the proposal's row, so that all of it is there or nothing.
 */
@Component
class ProposalMoves {
    private final ProposalTable proposals;
    private final ProposalSteps steps;
    private final Tasks tasks;
    private final ProofLog proof;
    private final CityClock clock;

    ProposalMoves(ProposalTable proposals, ProposalSteps steps, Tasks tasks, ProofLog proof, CityClock clock) {
        this.proposals = proposals;
        this.steps = steps;
        this.tasks = tasks;
        this.proof = proof;
        this.clock = clock;
    }

    /**
     * A step that is taken.
     *
     * @param of which of the line's steps; null: none
     * @param verb of the proof entry
     * @param digest of what was made; null: nothing
     */
    record Taken(
            ProposalStep.Kind kind,
            @Nullable String of,
            ProposalStep.Outcome outcome,
            String actor,
            List<String> lentBy,
            @Nullable String words,
            List<Problem> problems,
            String verb,
            @Nullable String digest) {
        static Taken by(String actor, ProposalStep.Kind kind, ProposalStep.Outcome outcome, String words, String verb) {
            return new Taken(kind, null, outcome, actor, List.of(), words, List.of(), verb, null);
        }
    }

    void move(Proposal from, State next, int step, int round, Taken taken) {
        proposals.stand(from.id(), next, step, round, clock.now());
        steps.add(new ProposalStep(
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
        if (next.isWorking()) work(from.id(), next, round);
        note(taken.actor(), taken.verb(), from, taken.digest());
    }

    private void work(UUID proposal, State state, int round) {
        Map<String, String> params =
                Map.of("proposal", proposal.toString(), "state", state.name(), "round", String.valueOf(round));
        proposals.work(proposal, tasks.submit(ProposalTask.KIND, params).value());
    }

    /** Somebody opened it: one read of its ground. */
    void read(String actor, Proposal proposal, @Nullable Box ground) {
        proof.append(new ProofAct(actor, "planning:line:read", proposal.number(), null).on(ground));
    }

    void note(String actor, String verb, Proposal proposal, @Nullable String digest) {
        proof.append(new ProofAct(actor, "planning:line:" + verb, proposal.number(), digest));
    }
}
