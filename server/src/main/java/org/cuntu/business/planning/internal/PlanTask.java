package org.cuntu.business.planning.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.cuntu.business.planning.Affected;
import org.cuntu.business.planning.PlanDeliveries.PlanMap;
import org.cuntu.business.planning.PlanState;
import org.cuntu.business.planning.PlanStep;
import org.cuntu.business.planning.PlanVersion;
import org.cuntu.business.planning.ProposalStep.Outcome;
import org.cuntu.core.onemap.ReleaseRequest;
import org.cuntu.core.onemap.Releases;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.tasks.TaskCancelled;
import org.cuntu.platform.tasks.TaskContext;
import org.cuntu.platform.tasks.TaskKind;
import org.cuntu.platform.tasks.TaskResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Checks a delivery, or brings an approved version into force. Until the last transaction there are only files without a row. When a
 * layer has got another version since the check, the plan's is made anew on that one and every rule is put once more; the plan's own
 * features, which the opinions were of, stay the same.
 */
@Component
class PlanTask implements TaskKind {
    static final String KIND = "planning.plan";
    private static final Logger log = LoggerFactory.getLogger(PlanTask.class);

    private final PlanWork work;
    private final PlanTable plans;
    private final PlanRounds rounds;
    private final PlanMoves moves;
    private final PlanManifest manifest;
    private final LineNoticeTable notices;
    private final LineVersions versions;
    private final Releases releases;
    private final CityClock clock;
    private final TransactionTemplate transaction;

    PlanTask(
            PlanWork work,
            PlanTable plans,
            PlanRounds rounds,
            PlanMoves moves,
            PlanManifest manifest,
            LineNoticeTable notices,
            LineVersions versions,
            Releases releases,
            CityClock clock,
            TransactionTemplate transaction) {
        this.work = work;
        this.plans = plans;
        this.rounds = rounds;
        this.moves = moves;
        this.manifest = manifest;
        this.notices = notices;
        this.versions = versions;
        this.releases = releases;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public TaskResult run(TaskContext context) {
        Map<String, String> params = context.params();
        PlanState state = PlanState.valueOf(params.get("state"));
        int round = Integer.parseInt(params.get("round"));
        PlanVersion version = plans.find(UUID.fromString(params.get("version"))).orElseThrow();
        if (isAt(version, state, round)) {
            try {
                if (state == PlanState.APPROVED) enter(version, context);
                else check(version, context);
            } catch (TaskCancelled e) {
                throw e;
            } catch (InputRefused e) {
                back(version, Outcome.REFUSED, e.problems(), context.actor());
            } catch (Exception e) {
                context.progress(0, 0, "steps"); // when the process is stopping, this ends the run
                String incident = UUID.randomUUID().toString().substring(0, 8);
                log.error("incident {}: plan {}", incident, version.number(), e);
                Problem problem = Problem.refused("planning.plan-broken", Problem.Place.UNKNOWN, "incident", incident);
                back(version, Outcome.BROKEN, List.of(problem), context.actor());
            }
        }
        return TaskResult.of(Map.of("plan", version.number()));
    }

    private static boolean isAt(PlanVersion version, PlanState state, int round) {
        return version.state() == state && version.round() == round;
    }

    private void check(PlanVersion version, TaskContext context) throws Exception {
        PlanWork.Made made = work.make(version, (done, total) -> context.progress(done, total, "steps"));
        finish(version, now -> {
            rounds.made(now.id(), now.round(), made);
            moves.move(
                    now,
                    PlanState.UNDER_REVIEW,
                    0,
                    now.round(),
                    taken(PlanStep.Kind.CHECK, Outcome.DONE, List.of(), context.actor()));
        });
    }

    private void enter(PlanVersion version, TaskContext context) throws Exception {
        List<PlanMap> known = rounds.listMaps(version.id(), version.round());
        boolean moved = known.stream().anyMatch(map -> isMoved(version, map));
        if (moved) {
            PlanWork.Made made = work.make(version, (done, total) -> context.progress(done, total, "steps"));
            if (!made.findings().stopping().isEmpty()) {
                Problem why = StoredPlans.stopped(made.findings());
                finish(version, now -> {
                    rounds.made(now.id(), now.round(), made);
                    returned(now, Outcome.MOVED, List.of(why), context.actor());
                });
                return;
            }
            finish(version, now -> {
                rounds.made(now.id(), now.round(), made);
                release(now, made.maps(), made.findings().affected(), context.actor());
            });
            return;
        }
        Affected affected = known.stream().allMatch(map -> map.candidate() == null)
                ? Affected.NOBODY
                : work.affected(version, (done, total) -> context.progress(done, total, "steps"));
        finish(version, now -> release(now, known, affected, context.actor()));
    }

    /** Whether a layer that it would change has another version by now. */
    private boolean isMoved(PlanVersion version, PlanMap map) {
        if (map.candidate() == null) return false;
        String base = versions.find(map.layer(), work.day(version))
                .map(SnapshotRef::hash)
                .orElse(null);
        return !Objects.equals(base, map.base());
    }

    private void release(PlanVersion version, List<PlanMap> maps, Affected affected, String actor) {
        PlanVersion.Approval approval = Objects.requireNonNull(version.approval());
        List<ReleaseRequest> requests = new ArrayList<>();
        for (PlanMap map : maps) {
            if (map.candidate() == null) continue;
            if (isMoved(version, map))
                throw new IllegalStateException("another version of " + map.layer() + " meanwhile");
            requests.add(request(version, map, map.candidate()));
        }
        LocalDate from = requests.isEmpty() ? approval.inForceFrom() : work.day(version);
        Instant known = requests.isEmpty()
                ? clock.now()
                : releases.release(requests).getLast().entry().knownFrom();
        plans.entered(version.id(), from, known);
        for (PlanVersion other : plans.listVersions(version.plan().id()))
            if (other.state() == PlanState.IN_FORCE)
                plans.stand(other.id(), PlanState.SUPERSEDED, other.step(), other.round(), clock.now());
        notices.tell("ENTERED", version, affected);
        PlanMoves.Taken taken = taken(PlanStep.Kind.ENTER, Outcome.DONE, List.of(), actor);
        moves.move(
                version, PlanState.IN_FORCE, version.step(), version.round(), taken.naming(manifest.digest(version)));
    }

    private ReleaseRequest request(PlanVersion version, PlanMap map, String candidate) {
        LocalDate day = work.day(version);
        SnapshotRef base = versions.find(map.layer(), day).orElse(null);
        boolean sameDay = base != null && base.inForceFrom().equals(day);
        boolean invented = version.invented() || base != null && base.invented();
        String source = version.plan().name() + " · " + version.number();
        return sameDay
                ? new ReleaseRequest.Correction(map.layer(), candidate, day, source, invented)
                : new ReleaseRequest.Release(map.layer(), candidate, day, source, invented);
    }

    private static PlanMoves.Taken taken(PlanStep.Kind kind, Outcome outcome, List<Problem> problems, String actor) {
        String verb = kind == PlanStep.Kind.ENTER ? "enter" : "check";
        return new PlanMoves.Taken(kind, null, outcome, actor, List.of(), null, problems, verb, null);
    }

    private void back(PlanVersion version, Outcome outcome, List<Problem> problems, String actor) {
        finish(version, now -> returned(now, outcome, problems, actor));
    }

    private void returned(PlanVersion now, Outcome outcome, List<Problem> problems, String actor) {
        plans.forgetOutcome(now.id());
        moves.move(now, PlanState.RETURNED, 0, now.round(), taken(PlanStep.Kind.CHECK, outcome, problems, actor));
    }

    private interface Write {
        void on(PlanVersion now);
    }

    private void finish(PlanVersion began, Write write) {
        transaction.executeWithoutResult(status -> {
            PlanVersion now = plans.lock(began.id()).orElseThrow();
            if (isAt(now, began.state(), began.round())) write.on(now);
        });
    }
}
