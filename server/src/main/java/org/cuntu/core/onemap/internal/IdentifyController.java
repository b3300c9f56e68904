package org.cuntu.core.onemap.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.cuntu.core.onemap.Baselines;
import org.cuntu.core.onemap.NotAnsweredReason;
import org.cuntu.core.onemap.PointAnswer;
import org.cuntu.core.onemap.Points;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.Box;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Everything at one point, from all layers of the baseline whether the map shows them or not. One act in the proof log. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/identify")
class IdentifyController {
    /** How far, metres, somebody may point beside a line: what a finger covers on a map of the whole city. */
    private static final double FARTHEST = 2_000;

    private final Baselines baselines;
    private final Points points;
    private final SnapshotStore store;
    private final ProofLog proof;
    private final CurrentActor actor;
    private final TransactionTemplate transaction;

    IdentifyController(
            Baselines baselines,
            Points points,
            SnapshotStore store,
            ProofLog proof,
            CurrentActor actor,
            TransactionTemplate transaction) {
        this.baselines = baselines;
        this.points = points;
        this.store = store;
        this.proof = proof;
        this.actor = actor;
        this.transaction = transaction;
    }

    /** leaf: the proof log's receipt for this look. */
    record Found(
            double lon, double lat, String asOf, @Nullable String known, List<LayerFound> layers, String leaf) {}

    record LayerFound(
            String layer,
            String answer,
            @Nullable String reason,
            @Nullable Version snapshot,
            List<FeatureFound> features,
            int found) {}

    record Version(
            String hash,
            String inForceFrom,
            @Nullable String inForceTo,
            String knownFrom,
            boolean invented,
            String source) {}

    /**
     * @param area F, m², two places; not a legal figure; null of lines and points
     * @param length metres, two places; null of areas and points
     */
    record FeatureFound(
            int feature,
            Map<String, Object> values,
            @Nullable String area,
            @Nullable String length) {}

    @GetMapping
    @Requires("onemap:feature:read")
    ResponseEntity<Found> identify(
            @RequestParam double lon,
            @RequestParam double lat,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable String known,
            @RequestParam(defaultValue = "10") double near) {
        if (!(lon >= -180 && lon <= 180 && lat >= -90 && lat <= 90))
            throw new InputRefused(Problem.refused("onemap.no-place", Problem.Place.UNKNOWN, "lon", lon, "lat", lat));
        PointAnswer answer = points.at(
                baselines.resolveAll(asOf, known == null || known.isBlank() ? null : known),
                lon,
                lat,
                StrictMath.clamp(near, 0, FARTHEST));
        List<LayerFound> layers = answer.layers().stream()
                .filter(layer -> layer.reason() != NotAnsweredReason.NOT_CLEARED)
                .map(this::found)
                .toList();
        String place = String.format(Locale.ROOT, "%.6f,%.6f %s", lon, lat, answer.asOf());
        String leaf = Objects.requireNonNull(transaction.execute(status ->
                proof.append(new ProofAct(actor.id(), "onemap:point:identify", place, null).on(Box.point(lon, lat)))));
        String k = answer.known() == null ? null : answer.known().toString();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Found(lon, lat, answer.asOf().toString(), k, layers, leaf));
    }

    private LayerFound found(PointAnswer.Layer layer) {
        SnapshotRef ref = layer.snapshot();
        return new LayerFound(
                layer.entry().code(),
                layer.answer().name(),
                layer.reason() == null ? null : layer.reason().code(),
                ref == null ? null : version(ref),
                ref == null || layer.features().isEmpty() ? List.of() : features(ref, layer.features()),
                layer.found());
    }

    private List<FeatureFound> features(SnapshotRef ref, List<Integer> numbers) {
        try (SnapshotStore.Lease lease = store.open(ref.hash())) {
            Snapshot snapshot = lease.snapshot();
            return numbers.stream()
                    .map(n -> new FeatureFound(
                            n,
                            FeatureValues.of(snapshot, n),
                            FeatureValues.area(snapshot, n),
                            FeatureValues.length(snapshot, n)))
                    .toList();
        }
    }

    private static Version version(SnapshotRef ref) {
        return new Version(
                ref.hash(),
                ref.inForceFrom().toString(),
                ref.inForceTo() == null ? null : ref.inForceTo().toString(),
                ref.knownFrom().toString(),
                ref.invented(),
                ref.source());
    }
}
