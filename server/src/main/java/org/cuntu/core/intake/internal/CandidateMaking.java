package org.cuntu.core.intake.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.core.intake.Submission;
import org.cuntu.core.intake.SubmissionFile;
import org.cuntu.core.intake.SubmissionRound;
import org.cuntu.core.onemap.DivisionPart;
import org.cuntu.core.onemap.LayerDeliveries;
import org.cuntu.core.onemap.LayerDeliveries.Delivery;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotOrigin;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.engine.layer.SnapshotWriter;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.identity.Reach;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.springframework.stereotype.Component;

/**
 * Makes the snapshots of a round by streaming: the delivered features, the new state of the division that delivers, and the
 * layer's new version, which is the base without that division's features, and with the new ones (ADR 0035). Shapes are kept
 * as they were drawn: the check finds what is wrong with them.
 */
@Component
class CandidateMaking {
    private static final int NAMED = 20;

    private final SnapshotStore store;
    private final LayerDeliveries deliveries;
    private final IntakeRules rules;
    private final LayerRegister register;
    private final CityFolder city;

    CandidateMaking(
            SnapshotStore store,
            LayerDeliveries deliveries,
            IntakeRules rules,
            LayerRegister register,
            CityFolder city) {
        this.store = store;
        this.deliveries = deliveries;
        this.rules = rules;
        this.register = register;
        this.city = city;
    }

    /**
     * What was written.
     *
     * @param features of the part
     * @param figures of the step
     */
    record Made(
            @Nullable String base,
            @Nullable String delivered,
            String part,
            String candidate,
            long features,
            Map<String, Object> figures,
            List<Problem> warnings,
            SubmissionRound.@Nullable Yearly yearly) {
        Made(
                @Nullable String base,
                @Nullable String delivered,
                String part,
                String candidate,
                long features,
                Map<String, Object> figures,
                List<Problem> warnings) {
            this(base, delivered, part, candidate, features, figures, warnings, null);
        }

        /** Hash of the version that the part is compared with; null: none. */
        @Nullable
        String before() {
            return yearly == null ? base : yearly.previous();
        }
    }

    /** Hears how far it is, in features. */
    interface Watch {
        void at(long done, long total);

        /** Another program works; throws when nobody waits for it any more. */
        default void pulse() {
            at(0, 0);
        }
    }

    boolean isWhole(Submission submission) {
        return submission.division().equals(city.code());
    }

    /** @throws org.cuntu.engine.problem.InputRefused when the division has no ground */
    DivisionPart part(Submission submission, LayerEntry layer) {
        if (isWhole(submission)) return DivisionPart.whole();
        String digits = Reach.significant(submission.division());
        return DivisionPart.of(
                digits,
                layer.schema(),
                register.divisionField(layer.schema()).orElse(null),
                deliveries.ground(digits, submission.inForceFrom()));
    }

    /** Of a whole delivery. */
    Made whole(Submission submission, LayerEntry layer, SubmissionFile file, @Nullable String base, Watch watch)
            throws IOException {
        DivisionPart part = part(submission, layer);
        Map<String, Object> figures = new LinkedHashMap<>();
        List<Problem> warnings;
        String written;
        long features;
        try (Delivery delivery = deliveries.open(submission.layer(), source(file, submission.crs()), watch::pulse)) {
            features = delivery.size();
            Geometry coverage = coverage(submission, delivery);
            written = writePart(submission, layer, delivery, part, coverage, watch);
            figures.put("crs", delivery.crs());
            warnings = delivery.warnings();
        }
        figures.put("features", features);
        String candidate = merge(submission, layer, part, base, written, watch);
        return new Made(base, written, written, candidate, features, figures, warnings);
    }

    private Geometry coverage(Submission submission, Delivery delivery) {
        if ("features".equals(submission.ground())) return deliveries.ground(delivery);
        String ground = isWhole(submission) ? "city" : Reach.significant(submission.division());
        return deliveries.ground(ground, submission.inForceFrom());
    }

    private String writePart(
            Submission submission,
            LayerEntry layer,
            Delivery delivery,
            DivisionPart part,
            Geometry coverage,
            Watch watch) {
        List<String> elsewhere = new ArrayList<>();
        int key = rules.keyField(layer.schema()).map(layer.schema()::indexOf).orElse(-1);
        try (SnapshotWriter writer = begin(submission, layer, coverage)) {
            long[] done = {0};
            delivery.forEach(feature -> {
                watch.at(++done[0], delivery.size());
                if (!part.has(feature) && elsewhere.size() < NAMED) {
                    Object value = key < 0 ? null : feature.values().get(key);
                    elsewhere.add(value == null ? String.valueOf(done[0]) : value.toString());
                }
                writer.add(feature);
            });
            if (!elsewhere.isEmpty())
                throw refused(
                        "intake.elsewhere",
                        "division",
                        submission.division(),
                        "features",
                        String.join(", ", elsewhere));
            return writer.finish();
        }
    }

    SnapshotWriter begin(Submission submission, LayerEntry layer, Geometry coverage) {
        String source = submission.source() + " · " + submission.number();
        return SnapshotWriter.begin(
                store.folder(),
                layer.schema(),
                coverage,
                new SnapshotOrigin(submission.invented(), source),
                layer.deliveryIntake());
    }

    /** The layer's new version from a division's new state; that state itself when it is the whole, or there is no base. */
    String merge(
            Submission submission,
            LayerEntry layer,
            DivisionPart part,
            @Nullable String base,
            String written,
            Watch watch) {
        if (part.isWhole() || base == null) return written;
        try (SnapshotStore.Lease was = store.open(base);
                SnapshotStore.Lease is = store.open(written)) {
            Geometry coverage = merged(was.snapshot().coverage(), submission, is.snapshot());
            try (SnapshotWriter writer = begin(submission, layer, coverage)) {
                long total = (long) was.snapshot().size() + is.snapshot().size();
                long done = 0;
                for (int i = 0; i < was.snapshot().size(); i++) {
                    watch.at(++done, total);
                    if (!part.has(was.snapshot(), i)) writer.add(DivisionPart.feature(was.snapshot(), i));
                }
                // an outline that is none is taken as it was delivered
                Delivered shapes = new Delivered(is.snapshot());
                for (int i = 0; i < is.snapshot().size(); i++) {
                    watch.at(++done, total);
                    writer.add(shapes.feature(i));
                }
                return writer.finish();
            }
        }
    }

    /** What the layer answers for: what it did, without the division's ground, and with what the new part answers for. */
    private Geometry merged(Geometry was, Submission submission, Snapshot part) {
        Geometry is = part.coverage();
        if (is.equalsExact(was)) return was;
        String digits = Reach.significant(submission.division());
        Geometry ground = deliveries.ground(digits, submission.inForceFrom());
        Geometry rest = is.equalsExact(ground.norm()) || is.equalsExact(ground)
                ? was
                : OverlayNGRobust.overlay(was, ground, OverlayNG.DIFFERENCE);
        return OverlayNGRobust.overlay(rest, is, OverlayNG.UNION);
    }

    static LayerDeliveries.Source source(SubmissionFile file, @Nullable String crs) {
        return new LayerDeliveries.Source(file.sha256(), file.name(), crs, file.sourceLayer());
    }

    static InputRefused refused(String code, Object... args) {
        return new InputRefused(Problem.refused(code, Problem.Place.UNKNOWN, args));
    }
}
