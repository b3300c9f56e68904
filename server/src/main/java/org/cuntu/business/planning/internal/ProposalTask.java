package org.cuntu.business.planning.internal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.cuntu.business.planning.Proposal;
import org.cuntu.business.planning.Proposal.State;
import org.cuntu.business.planning.ProposalStep;
import org.cuntu.business.planning.ProposalStep.Outcome;
import org.cuntu.business.planning.Proposals;
import org.cuntu.core.onemap.ReleaseRequest;
import org.cuntu.core.onemap.Releases;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.tasks.TaskCancelled;
import org.cuntu.platform.tasks.TaskContext;
import org.cuntu.platform.tasks.TaskKind;
import org.cuntu.platform.tasks.TaskResult;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes and checks a round, or releases it. Until the last transaction there is only a file without a row. A release makes sure
 * that the version it stands on is still in force and puts every rule once more; when either has changed it goes back to the
 * proposer with what is found now.
 */
@Component
class ProposalTask implements TaskKind {
    static final String KIND = "planning.round";
    private static final Logger log = LoggerFactory.getLogger(ProposalTask.class);

    private final RoundWork work;
    private final ProposalTable proposals;
    private final ProposalRounds rounds;
    private final ProposalMoves moves;
    private final LineVersions versions;
    private final Releases releases;
    private final LineNoticeTable notices;
    private final TransactionTemplate transaction;

    ProposalTask(
            RoundWork work,
            ProposalTable proposals,
            ProposalRounds rounds,
            ProposalMoves moves,
            LineVersions versions,
            Releases releases,
            LineNoticeTable notices,
            TransactionTemplate transaction) {
        this.work = work;
        this.proposals = proposals;
        this.rounds = rounds;
        this.moves = moves;
        this.versions = versions;
        this.releases = releases;
        this.notices = notices;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public TaskResult run(TaskContext context) {
        Map<String, String> params = context.params();
        UUID id = UUID.fromString(params.get("proposal"));
        State state = State.valueOf(params.get("state"));
        int round = Integer.parseInt(params.get("round"));
        Proposal proposal = proposals.find(id).orElseThrow();
        if (isAt(proposal, state, round)) {
            try {
                if (state == State.RELEASING) release(proposal, context);
                else make(proposal, context);
            } catch (TaskCancelled e) {
                throw e;
            } catch (InputRefused e) {
                back(proposal, Outcome.REFUSED, e.problems(), context.actor());
            } catch (Exception e) {
                context.progress(0, 0, "steps"); // when the process is stopping, this ends the run
                String incident = UUID.randomUUID().toString().substring(0, 8);
                log.error("incident {}: proposal {}", incident, proposal.number(), e);
                Problem problem = Problem.refused("planning.broken", Problem.Place.UNKNOWN, "incident", incident);
                back(proposal, Outcome.BROKEN, List.of(problem), context.actor());
            }
        }
        return TaskResult.of(Map.of("proposal", proposal.number()));
    }

    private static boolean isAt(Proposal proposal, State state, int round) {
        return proposal.state() == state && proposal.round() == round;
    }

    private void make(Proposal proposal, TaskContext context) throws Exception {
        RoundWork.Made made = work.make(proposal, null, (done, total) -> context.progress(done, total, "steps"));
        finish(proposal, now -> {
            keep(now, made);
            moves.move(now, State.OPEN, 0, now.round(), checked(Outcome.DONE, List.of(), context.actor(), made));
        });
    }

    private void keep(Proposal proposal, RoundWork.Made made) {
        rounds.made(proposal.id(), proposal.round(), made.base(), made.candidate(), made.findings());
    }

    private static ProposalMoves.Taken checked(
            Outcome outcome, List<Problem> problems, String actor, RoundWork.@Nullable Made made) {
        return new ProposalMoves.Taken(
                ProposalStep.Kind.CHECK,
                null,
                outcome,
                actor,
                List.of(),
                null,
                problems,
                "check",
                made == null ? null : made.candidate());
    }

    private void release(Proposal proposal, TaskContext context) throws Exception {
        Proposals.Round round = rounds.list(proposal.id()).getLast();
        boolean moved = !Objects.equals(work.base(proposal), round.base());
        RoundWork.Made made = work.make(
                proposal, moved ? null : round.candidate(), (done, total) -> context.progress(done, total, "steps"));
        if (moved || !made.findings().stopping().isEmpty()) {
            Problem why = moved
                    ? Problem.refused("planning.moved", Problem.Place.UNKNOWN, "layer", proposal.layer())
                    : StoredProposals.stopped(made.findings());
            Outcome outcome = moved ? Outcome.MOVED : Outcome.REFUSED;
            finish(proposal, now -> {
                keep(now, made);
                moves.move(now, State.OPEN, 0, now.round(), checked(outcome, List.of(why), context.actor(), made));
            });
            return;
        }
        finish(proposal, now -> {
            if (!Objects.equals(work.base(now), made.base()))
                throw new IllegalStateException("another version of " + now.layer() + " was released meanwhile");
            keep(now, made);
            var day = work.day(now);
            SnapshotRef base = versions.find(now.layer(), day).orElse(null);
            boolean sameDay = base != null && base.inForceFrom().equals(day);
            boolean invented = now.invented() || base != null && base.invented();
            String source = now.title() + " · " + now.number();
            releases.release(
                    sameDay
                            ? new ReleaseRequest.Correction(now.layer(), made.candidate(), day, source, invented)
                            : new ReleaseRequest.Release(now.layer(), made.candidate(), day, source, invented));
            proposals.released(now.id(), made.candidate(), day);
            notices.tell("RELEASED", now, made.findings().affected());
            moves.move(
                    now,
                    State.RELEASED,
                    now.step(),
                    now.round(),
                    new ProposalMoves.Taken(
                            ProposalStep.Kind.RELEASE,
                            null,
                            Outcome.DONE,
                            context.actor(),
                            List.of(),
                            null,
                            List.of(),
                            "release",
                            made.candidate()));
        });
    }

    private void back(Proposal proposal, Outcome outcome, List<Problem> problems, String actor) {
        finish(proposal, now -> moves.move(now, State.OPEN, 0, now.round(), checked(outcome, problems, actor, null)));
    }

    private interface Write {
        void on(Proposal now);
    }

    private void finish(Proposal began, Write write) {
        transaction.executeWithoutResult(status -> {
            Proposal now = proposals.lock(began.id()).orElseThrow();
            if (isAt(now, began.state(), began.round())) write.on(now);
        });
    }
}
