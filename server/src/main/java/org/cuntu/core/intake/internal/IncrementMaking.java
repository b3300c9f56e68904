package org.cuntu.core.intake.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.cuntu.core.intake.Extent;
import org.cuntu.core.intake.IncrementPackage;
import org.cuntu.core.intake.Submission;
import org.cuntu.core.intake.SubmissionFile;
import org.cuntu.core.onemap.DivisionPart;
import org.cuntu.core.onemap.LayerDeliveries;
import org.cuntu.core.onemap.LayerDeliveries.Delivery;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.engine.layer.CompensatedSum;
import org.cuntu.engine.layer.Dimension;
import org.cuntu.engine.layer.LayerKind;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.engine.layer.SnapshotWriter;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.identity.Reach;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/**
 * Applies an increment package to the version in force: only keys are held. A package that speaks of what is not in the base,
 * or adds what is, is refused with the keys named.
 */
@Component
class IncrementMaking {
    private static final int NAMED = 20;

    private final SnapshotStore store;
    private final LayerDeliveries deliveries;
    private final CandidateMaking candidates;
    private final PackageKeys keys;
    private final IntakeRules rules;

    IncrementMaking(
            SnapshotStore store,
            LayerDeliveries deliveries,
            CandidateMaking candidates,
            PackageKeys keys,
            IntakeRules rules) {
        this.store = store;
        this.deliveries = deliveries;
        this.candidates = candidates;
        this.keys = keys;
        this.rules = rules;
    }

    private record Work(
            Submission submission,
            LayerEntry layer,
            DivisionPart part,
            String keyField,
            Set<String> added,
            Set<String> changed,
            Set<String> removed,
            CandidateMaking.Watch watch) {
        boolean takesOut(String key) {
            return changed.contains(key) || removed.contains(key);
        }
    }

    CandidateMaking.Made make(
            Submission submission,
            LayerEntry layer,
            IncrementPackage files,
            @Nullable String base,
            CandidateMaking.Watch watch)
            throws IOException {
        if (base == null) throw CandidateMaking.refused("intake.no-base", "layer", layer.code());
        String keyField = rules.keyField(layer.schema())
                .orElseThrow(() -> CandidateMaking.refused("intake.no-key", "layer", layer.code()));
        PackageKeys.Asked asked = new PackageKeys.Asked(layer, keyField, submission.crs(), watch::pulse);
        Work work = new Work(
                submission,
                layer,
                candidates.part(submission, layer),
                keyField,
                keys.of(files.added(), asked),
                keys.of(files.changed(), asked),
                keys.of(files.removed(), asked),
                watch);
        try (SnapshotStore.Lease lease = store.open(base)) {
            FeatureKeys was = FeatureKeys.of(lease.snapshot(), keyField);
            check(work, was);
            List<SubmissionFile> read = new ArrayList<>();
            if (files.changed() != null) read.add(files.changed());
            if (files.added() != null) read.add(files.added());
            Written written = write(work, was, read);
            String candidate = candidates.merge(submission, layer, work.part(), base, written.part(), watch);
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("added", work.added().size());
            figures.put("changed", work.changed().size());
            figures.put("removed", work.removed().size());
            List<Problem> warnings = balance(work, was, written.part(), figures);
            return new CandidateMaking.Made(
                    base, written.delta(), written.part(), candidate, written.features(), figures, warnings);
        }
    }

    private static void check(Work work, FeatureKeys was) {
        List<Problem> problems = new ArrayList<>();
        say(problems, "intake.changed-not-in-base", work.changed(), key -> was.find(key) < 0);
        say(problems, "intake.removed-not-in-base", work.removed(), key -> was.find(key) < 0);
        say(problems, "intake.added-in-base", work.added(), key -> was.find(key) >= 0);
        say(problems, "intake.both", work.removed(), key -> work.changed().contains(key));
        Predicate<String> twice = key -> was.count(key) > 1;
        say(problems, "intake.base-key-twice", work.changed(), twice);
        say(problems, "intake.base-key-twice", work.removed(), twice);
        Predicate<String> elsewhere = key -> was.find(key) >= 0 && !work.part().has(was.snapshot(), was.find(key));
        say(problems, "intake.base-elsewhere", work.changed(), elsewhere);
        say(problems, "intake.base-elsewhere", work.removed(), elsewhere);
        if (!problems.isEmpty()) throw new InputRefused(problems);
    }

    private static void say(List<Problem> problems, String code, Collection<String> keys, Predicate<String> wrong) {
        List<String> found = keys.stream().filter(wrong).toList();
        if (found.isEmpty()) return;
        String named = String.join(", ", found.subList(0, StrictMath.min(NAMED, found.size())));
        problems.add(Problem.refused(code, Problem.Place.UNKNOWN, "count", found.size(), "keys", named));
    }

    private record Written(@Nullable String delta, String part, long features) {}

    private Written write(Work work, FeatureKeys was, List<SubmissionFile> read) throws IOException {
        Snapshot base = was.snapshot();
        Geometry coverage = base.coverage();
        Geometry ground = work.part().isWhole()
                ? coverage
                : deliveries.ground(
                        Reach.significant(work.submission().division()),
                        work.submission().inForceFrom());
        try (SnapshotWriter part = candidates.begin(work.submission(), work.layer(), ground);
                SnapshotWriter delta = candidates.begin(work.submission(), work.layer(), coverage)) {
            long[] done = {0};
            for (int i = 0; i < base.size(); i++) {
                work.watch().at(++done[0], base.size());
                if (work.part().has(base, i) && !work.takesOut(was.key(i))) part.add(DivisionPart.feature(base, i));
            }
            for (SubmissionFile file : read) add(work, file, part, delta);
            return new Written(delta.seen() == 0 ? null : delta.finish(), part.finish(), part.seen());
        }
    }

    private void add(Work work, SubmissionFile file, SnapshotWriter part, SnapshotWriter delta) throws IOException {
        int key = work.layer().schema().indexOf(work.keyField());
        List<String> elsewhere = new ArrayList<>();
        try (Delivery delivery = deliveries.open(
                work.layer().code(),
                CandidateMaking.source(file, work.submission().crs()),
                work.watch()::pulse)) {
            delivery.forEach(feature -> {
                if (!work.part().has(feature) && elsewhere.size() < NAMED)
                    elsewhere.add(String.valueOf(feature.values().get(key)));
                part.add(feature);
                delta.add(feature);
            });
        }
        if (!elsewhere.isEmpty())
            throw CandidateMaking.refused(
                    "intake.elsewhere",
                    "division",
                    work.submission().division(),
                    "features",
                    String.join(", ", elsewhere));
    }

    /** What was taken out and what came in its place: in a layer without gaps they are one ground. */
    private List<Problem> balance(Work work, FeatureKeys was, String part, Map<String, Object> figures) {
        CompensatedSum out = new CompensatedSum();
        for (Set<String> keys : List.of(work.changed(), work.removed()))
            for (String key : keys) out.add(Extents.measured(was.snapshot(), was.find(key)));
        CompensatedSum in = new CompensatedSum();
        try (SnapshotStore.Lease lease = store.open(part)) {
            FeatureKeys is = FeatureKeys.of(lease.snapshot(), work.keyField());
            for (Set<String> keys : List.of(work.changed(), work.added()))
                for (String key : keys) in.add(Extents.measured(lease.snapshot(), is.find(key)));
        }
        Dimension of = was.snapshot().dimension();
        Extent before = Extent.of(of, out.value());
        Extent after = Extent.of(of, in.value());
        Extent difference = after.minus(before);
        say(figures, before, after, difference);
        boolean balanced = difference.steps() == 0 || work.layer().schema().kind() != LayerKind.COVERAGE;
        return balanced
                ? List.of()
                : List.of(Problem.warning(
                        "intake.ground-differs",
                        Problem.Place.UNKNOWN,
                        "before",
                        before,
                        "after",
                        after,
                        "difference",
                        difference));
    }

    /** Points are counted by the package's own figures. */
    private static void say(Map<String, Object> figures, Extent before, Extent after, Extent difference) {
        if (before.of() == Dimension.POINT) return;
        String what = before.of() == Dimension.AREA ? "ground" : "length";
        figures.put(what + "Before", before.toString());
        figures.put(what + "After", after.toString());
        figures.put(what + "Difference", difference.toString());
    }
}
