package org.cuntu.core.intake.internal;

import java.io.IOException;
import org.cuntu.core.intake.IncrementPackage;
import org.cuntu.core.intake.LayerComparison;
import org.cuntu.core.intake.Submission;
import org.cuntu.core.intake.SubmissionFile;
import org.cuntu.core.intake.SubmissionStep.Outcome;
import org.cuntu.core.intake.SubmissionStep.Step;
import org.cuntu.core.onemap.DivisionPart;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.platform.tasks.TaskContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** 坐标与字段: the files in EPSG:4490 and the register's fields, made into the layer's new version and compared with the one before. */
@Component
class FitWork implements StepWork {
    private final RoundTable rounds;
    private final LayerRegister register;
    private final BaseVersions bases;
    private final CandidateMaking candidates;
    private final IncrementMaking increments;
    private final YearlyMaking yearly;
    private final SnapshotStore store;
    private final IntakeRules rules;
    private final JsonMapper json = JsonMapper.builder().build();

    FitWork(
            RoundTable rounds,
            LayerRegister register,
            BaseVersions bases,
            CandidateMaking candidates,
            IncrementMaking increments,
            YearlyMaking yearly,
            SnapshotStore store,
            IntakeRules rules) {
        this.rounds = rounds;
        this.register = register;
        this.bases = bases;
        this.candidates = candidates;
        this.increments = increments;
        this.yearly = yearly;
        this.store = store;
        this.rules = rules;
    }

    @Override
    public Submission.State state() {
        return Submission.State.FITTING;
    }

    @Override
    public Step step() {
        return Step.FIT;
    }

    @Override
    public String verb() {
        return "fit";
    }

    @Override
    public Done work(Submission submission, TaskContext context) throws IOException {
        LayerEntry layer = register.findLayer(submission.layer()).orElseThrow();
        String base = bases.of(submission);
        CandidateMaking.Made made =
                make(submission, layer, base, (done, total) -> context.progress(done, total, "features"));
        String comparison = json.writeValueAsString(compare(submission, layer, made.before(), made, context));
        return new Done(
                Outcome.DONE,
                Submission.State.CHECKING,
                made.figures(),
                made.warnings(),
                made.candidate(),
                () -> rounds.made(submission.id(), submission.round(), made, comparison));
    }

    private CandidateMaking.Made make(
            Submission submission, LayerEntry layer, @Nullable String base, CandidateMaking.Watch watch)
            throws IOException {
        var files = rounds.listFiles(submission.id(), submission.round());
        if (submission.kind() == Submission.Kind.INCREMENT)
            return increments.make(submission, layer, IncrementPackage.of(files), base, watch);
        if (submission.kind() == Submission.Kind.YEARLY) return yearly.make(submission, layer, files, base, watch);
        SubmissionFile file = files.stream()
                .filter(each -> each.role() == SubmissionFile.Role.WHOLE)
                .findFirst()
                .orElseThrow();
        return candidates.whole(submission, layer, file, base, watch);
    }

    private LayerComparison compare(
            Submission submission,
            LayerEntry layer,
            @Nullable String base,
            CandidateMaking.Made made,
            TaskContext context) {
        Matching matching = rules.matching(layer.schema());
        DivisionPart part = candidates.part(submission, layer);
        try (SnapshotStore.Lease is = store.open(made.part())) {
            FeatureKeys after = FeatureKeys.of(is.snapshot(), matching.key());
            if (base == null)
                return new ComparisonMaking(null, after, matching, part, done -> context.progress(done, 0, "features"))
                        .make();
            try (SnapshotStore.Lease was = store.open(base)) {
                FeatureKeys before = FeatureKeys.of(was.snapshot(), matching.key());
                long total = (long) is.snapshot().size() + was.snapshot().size();
                return new ComparisonMaking(
                                before, after, matching, part, done -> context.progress(done, total, "features"))
                        .make();
            }
        }
    }
}
