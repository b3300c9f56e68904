package org.cuntu.core.intake.internal;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cuntu.core.intake.Submission;
import org.cuntu.core.intake.SubmissionFile;
import org.cuntu.core.intake.SubmissionRound;
import org.cuntu.core.onemap.DivisionPart;
import org.cuntu.core.onemap.LayerDeliveries;
import org.cuntu.core.onemap.LayerDeliveries.Delivery;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.engine.layer.Feature;
import org.cuntu.engine.layer.Intake;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotOrigin;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.engine.layer.SnapshotWriter;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.identity.Reach;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/**
 * Applies a yearly change package to the version in force the day before: result = that one − the patches that the process layer
 * replaces + the new ones. Patches that stay are the same to the bit, but for the survey's year, which they take over. What does not
 * fit is taken in all the same: the check says what and where.
 */
@Component
class YearlyMaking {
    private static final int NAMED = 20;

    private final SnapshotStore store;
    private final LayerDeliveries deliveries;
    private final CandidateMaking candidates;
    private final BaseVersions bases;
    private final IntakeRules rules;

    YearlyMaking(
            SnapshotStore store,
            LayerDeliveries deliveries,
            CandidateMaking candidates,
            BaseVersions bases,
            IntakeRules rules) {
        this.store = store;
        this.deliveries = deliveries;
        this.candidates = candidates;
        this.bases = bases;
        this.rules = rules;
    }

    private record Work(
            Submission submission,
            LayerEntry layer,
            YearlyForm form,
            DivisionPart part,
            Geometry ground,
            CandidateMaking.Watch watch) {}

    /** @param base hash of the version in force on the package's day: others' packages of the year are in it */
    CandidateMaking.Made make(
            Submission submission,
            LayerEntry layer,
            List<SubmissionFile> files,
            @Nullable String base,
            CandidateMaking.Watch watch)
            throws IOException {
        YearlyForm form = rules.yearly(layer.code()).orElseThrow();
        String previous = bases.before(submission)
                .orElseThrow(() -> CandidateMaking.refused("intake.no-base", "layer", layer.code()));
        Geometry ground = deliveries.ground(Reach.significant(submission.division()), submission.inForceFrom());
        Work work = new Work(submission, layer, form, candidates.part(submission, layer), ground, watch);
        Replaced replaced = process(work, file(files, SubmissionFile.Role.PROCESS));
        Written written = write(work, previous, replaced.keys(), file(files, SubmissionFile.Role.UPDATE));
        String candidate = candidates.merge(submission, layer, work.part(), base, written.part(), watch);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("replaced", written.replaced());
        figures.put("updated", written.updated());
        figures.put("processRows", replaced.rows());
        figures.put("kept", written.features() - written.updated());
        List<Problem> warnings = new ArrayList<>(replaced.warnings());
        warnings.addAll(written.warnings());
        return new CandidateMaking.Made(
                base,
                written.delta(),
                written.part(),
                candidate,
                written.features(),
                figures,
                warnings,
                new SubmissionRound.Yearly(previous, replaced.hash()));
    }

    private static SubmissionFile file(List<SubmissionFile> files, SubmissionFile.Role role) {
        return files.stream().filter(each -> each.role() == role).findFirst().orElseThrow();
    }

    /** @param keys identifiers of the patches that are taken out */
    private record Replaced(String hash, Set<String> keys, long rows, List<Problem> warnings) {}

    private Replaced process(Work work, SubmissionFile file) throws IOException {
        LayerEntry process = work.form().process();
        int old = process.schema().indexOf(work.form().old());
        Set<String> keys = new HashSet<>();
        try (Delivery delivery = deliveries.openBeside(
                        process, CandidateMaking.source(file, work.submission().crs()), work.watch()::pulse);
                SnapshotWriter writer = begin(work, process)) {
            delivery.forEach(feature -> {
                Object key = feature.values().get(old);
                if (key != null) keys.add(key.toString().strip());
                writer.add(feature);
            });
            return new Replaced(writer.finish(), keys, delivery.size(), delivery.warnings());
        }
    }

    private SnapshotWriter begin(Work work, LayerEntry layer) {
        String source = work.submission().source() + " · " + work.submission().number();
        return SnapshotWriter.begin(
                store.folder(),
                layer.schema(),
                work.ground(),
                new SnapshotOrigin(work.submission().invented(), source),
                Intake.AS_DELIVERED);
    }

    private record Written(
            String delta, String part, long features, long updated, long replaced, List<Problem> warnings) {}

    private Written write(Work work, String previous, Set<String> out, SubmissionFile update) throws IOException {
        try (SnapshotStore.Lease lease = store.open(previous);
                Delivery delivery = deliveries.open(
                        work.layer().code(),
                        CandidateMaking.source(update, work.submission().crs()),
                        work.watch()::pulse);
                SnapshotWriter part = begin(work, work.layer());
                SnapshotWriter delta = begin(work, work.layer())) {
            int[] places = new int[work.layer().schema().fields().size()];
            long replaced = stay(work, lease.snapshot(), out, part, places);
            List<String> elsewhere = new ArrayList<>();
            int key = work.layer().schema().indexOf(work.form().key());
            delivery.forEach(feature -> {
                if (!work.part().has(feature) && elsewhere.size() < NAMED)
                    elsewhere.add(String.valueOf(feature.values().get(key)));
                Feature fresh = widened(feature, places);
                part.add(fresh);
                delta.add(fresh);
            });
            if (!elsewhere.isEmpty())
                throw CandidateMaking.refused(
                        "intake.elsewhere",
                        "division",
                        work.submission().division(),
                        "features",
                        String.join(", ", elsewhere));
            long updated = delivery.size();
            return new Written(delta.finish(), part.finish(), part.seen(), updated, replaced, delivery.warnings());
        }
    }

    /**
     * Writes the patches that stay; answers how many do not.
     *
     * @param places takes the most decimals that each field has
     */
    private long stay(Work work, Snapshot previous, Set<String> out, SnapshotWriter part, int[] places) {
        int key = previous.schema().indexOf(work.form().key());
        int year = previous.schema().indexOf(work.form().year());
        Long now = (long) work.submission().inForceFrom().getYear();
        long replaced = 0;
        for (int i = 0; i < previous.size(); i++) {
            work.watch().at(i + 1, previous.size());
            if (!work.part().has(previous, i)) continue;
            Object value = key < 0 ? null : previous.value(i, key);
            if (value != null && out.contains(value.toString())) {
                replaced++;
                continue;
            }
            Feature feature = DivisionPart.feature(previous, i);
            for (int f = 0; f < places.length && f < feature.values().size(); f++)
                if (feature.values().get(f) instanceof BigDecimal number)
                    places[f] = StrictMath.max(places[f], number.scale());
            part.add(year < 0 ? feature : with(feature, year, now));
        }
        return replaced;
    }

    /** The same numbers with as many decimals as the patches that stay have: a file of doubles tells none. */
    private static Feature widened(Feature feature, int[] places) {
        List<@Nullable Object> values = new ArrayList<>(feature.values());
        for (int f = 0; f < values.size(); f++)
            if (values.get(f) instanceof BigDecimal number && number.scale() < places[f])
                values.set(f, number.setScale(places[f]));
        return new Feature(feature.geometry(), values);
    }

    private static Feature with(Feature feature, int field, Long value) {
        List<@Nullable Object> values = new ArrayList<>(feature.values());
        values.set(field, value);
        return new Feature(feature.geometry(), values);
    }
}
