package org.cuntu.core.intake.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cuntu.core.intake.Submission;
import org.cuntu.core.intake.SubmissionRound;
import org.cuntu.core.intake.SubmissionStep.Outcome;
import org.cuntu.core.intake.SubmissionStep.Step;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.core.onemap.ReleaseEntry;
import org.cuntu.core.onemap.ReleaseRequest;
import org.cuntu.core.onemap.Releases;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.platform.tasks.TaskContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 发布: the layer's new version becomes known, in one transaction with the submission's state, its lineage and the proof
 * entries. When other divisions' parts were released since the check, the same part is put on the version in force; when its
 * own ground has changed, it is made and checked anew.
 */
@Component
class ReleaseWork implements StepWork {
    private final RoundTable rounds;
    private final LayerRegister register;
    private final Releases releases;
    private final BaseVersions bases;
    private final LineageTable lineage;
    private final CandidateMaking candidates;
    private final SnapshotStore store;

    ReleaseWork(
            RoundTable rounds,
            LayerRegister register,
            Releases releases,
            BaseVersions bases,
            LineageTable lineage,
            CandidateMaking candidates,
            SnapshotStore store) {
        this.rounds = rounds;
        this.register = register;
        this.releases = releases;
        this.bases = bases;
        this.lineage = lineage;
        this.candidates = candidates;
        this.store = store;
    }

    @Override
    public Submission.State state() {
        return Submission.State.RELEASING;
    }

    @Override
    public Step step() {
        return Step.RELEASE;
    }

    @Override
    public Submission.State refused() {
        return Submission.State.APPROVED;
    }

    @Override
    public String verb() {
        return "release";
    }

    @Override
    public Done work(Submission submission, TaskContext context) {
        List<ReleaseEntry> before = releases.listReleases(submission.layer());
        return switch (submission.kind()) {
            case END ->
                released(
                        submission,
                        before,
                        null,
                        null,
                        () -> new ReleaseRequest.End(submission.layer(), submission.inForceFrom(), source(submission)));
            case WITHDRAWAL ->
                released(
                        submission,
                        before,
                        null,
                        null,
                        () -> new ReleaseRequest.Withdrawal(
                                submission.layer(), Objects.requireNonNull(submission.target()), source(submission)));
            case FULL, INCREMENT, YEARLY, CORRECTION -> version(submission, before, context);
        };
    }

    private static String source(Submission submission) {
        return submission.source() + " · " + submission.number();
    }

    private Done version(Submission submission, List<ReleaseEntry> before, TaskContext context) {
        SubmissionRound round = rounds.find(submission.id(), submission.round()).orElseThrow();
        String part = Objects.requireNonNull(round.part());
        String candidate = Objects.requireNonNull(round.candidate());
        if (round.run() == null || round.refusing() == null || round.refusing() > 0 || hasDefects(part))
            throw CandidateMaking.refused("intake.not-sound", "number", submission.number());
        SnapshotRef inForce =
                bases.find(submission.layer(), submission.inForceFrom()).orElse(null);
        String now = inForce == null ? null : inForce.hash();
        if (isHeldAgainstAnother(submission, round)) return moved();
        if (!Objects.equals(now, round.base())) {
            if (candidates.isWhole(submission) || !bases.onlyOthersBetween(round.base(), now, submission))
                return moved();
            LayerEntry layer = register.findLayer(submission.layer()).orElseThrow();
            candidate = candidates.merge(
                    submission,
                    layer,
                    candidates.part(submission, layer),
                    now,
                    part,
                    (done, total) -> context.progress(done, total, "features"));
        }
        boolean sameDay = inForce != null && inForce.inForceFrom().equals(submission.inForceFrom());
        boolean correction =
                submission.kind() == Submission.Kind.CORRECTION || sameDay && !candidates.isWhole(submission);
        String hash = candidate;
        return released(
                submission,
                before,
                round,
                new Made(now, hash),
                () -> correction
                        ? new ReleaseRequest.Correction(
                                submission.layer(),
                                hash,
                                submission.inForceFrom(),
                                source(submission),
                                submission.invented())
                        : new ReleaseRequest.Release(
                                submission.layer(),
                                hash,
                                submission.inForceFrom(),
                                source(submission),
                                submission.invented()));
    }

    private static Done moved() {
        return new Done(Outcome.MOVED, Submission.State.FITTING, Map.of(), List.of(), null, () -> {});
    }

    /** Whether the version that a yearly package was held against has been corrected since. */
    private boolean isHeldAgainstAnother(Submission submission, SubmissionRound round) {
        SubmissionRound.Yearly yearly = round.yearly();
        return yearly != null
                && bases.before(submission).filter(yearly.previous()::equals).isEmpty();
    }

    private record Made(@Nullable String base, String candidate) {}

    private boolean hasDefects(String part) {
        try (SnapshotStore.Lease lease = store.open(part)) {
            return !lease.snapshot().defects().isEmpty();
        }
    }

    private Done released(
            Submission submission,
            List<ReleaseEntry> before,
            @Nullable SubmissionRound round,
            @Nullable Made made,
            java.util.function.Supplier<ReleaseRequest> request) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("inForceFrom", submission.inForceFrom().toString());
        Runnable write = () -> {
            ReleaseEntry released = releases.release(request.get()).entry();
            // under the release lock now: whatever came in between is seen, and the work is done anew
            if (releases.listReleases(submission.layer()).size() != before.size() + 1) throw new Moved();
            if (made == null || round == null) return;
            if (!made.candidate().equals(round.candidate()))
                rounds.moved(submission.id(), round.round(), made.base(), made.candidate());
            lineage.add(new LineageTable.Lineage(
                    released.id(),
                    submission.layer(),
                    made.candidate(),
                    submission.id(),
                    round.round(),
                    made.base(),
                    round.delivered()));
        };
        return new Done(
                Outcome.DONE,
                Submission.State.RELEASED,
                figures,
                List.of(),
                made == null ? null : made.candidate(),
                write);
    }
}
