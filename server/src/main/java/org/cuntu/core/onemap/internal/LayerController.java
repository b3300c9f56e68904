package org.cuntu.core.onemap.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.cuntu.core.onemap.Baseline;
import org.cuntu.core.onemap.Baselines;
import org.cuntu.core.onemap.ClassSchemes;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.core.onemap.LayerSight;
import org.cuntu.core.onemap.ReleaseEntry;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.platform.audit.Box;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The layer tree at the two clocks, class schemes, and single features. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api")
class LayerController {
    private final Baselines baselines;
    private final RegisterFile register;
    private final ReleaseTable table;
    private final ClassSchemes schemes;
    private final SnapshotStore store;
    private final LayerSight sight;
    private final ProofLog proof;
    private final CurrentActor actor;
    private final TransactionTemplate transaction;

    LayerController(
            Baselines baselines,
            RegisterFile register,
            ReleaseTable table,
            ClassSchemes schemes,
            SnapshotStore store,
            LayerSight sight,
            ProofLog proof,
            CurrentActor actor,
            TransactionTemplate transaction) {
        this.baselines = baselines;
        this.register = register;
        this.table = table;
        this.schemes = schemes;
        this.store = store;
        this.sight = sight;
        this.proof = proof;
        this.actor = actor;
        this.transaction = transaction;
    }

    /** The baseline as the page sees it; register is the short hash of the register file, part of a tile's address. */
    record Layers(String asOf, @Nullable String known, String register, List<Layer> layers) {}

    record Layer(
            String code,
            String group,
            String zh,
            String en,
            String kind,
            String geometry,
            String owner,
            int classification,
            boolean required,
            List<FieldView> fields,
            @Nullable String classScheme,
            @Nullable String classField,
            Map<String, String> style,
            @Nullable ScaleRange scales,
            @Nullable SnapshotView snapshot,
            @Nullable String reason) {}

    record FieldView(String code, String zh, String en, String type) {}

    record SnapshotView(
            String hash,
            String inForceFrom,
            @Nullable String inForceTo,
            String knownFrom,
            long features,
            double @Nullable [] bounds,
            boolean invented,
            String source) {}

    /**
     * @param area F of the feature, m², two places, as the snapshot has it; not a legal figure; null of lines and points
     * @param length metres, two places; null of areas and points
     * @param geometry its outline in EPSG:4490 as GeoJSON
     */
    record FeatureView(
            String layer,
            int feature,
            Map<String, Object> values,
            @Nullable String area,
            @Nullable String length,
            Map<String, Object> geometry) {}

    @GetMapping("/layers")
    @Requires("onemap:layer:read")
    ResponseEntity<Layers> layers(
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable String known) {
        Baseline baseline = baselines.resolveAll(asOf, known == null || known.isBlank() ? null : known);
        List<Layer> layers = baseline.layers().stream()
                .filter(layer -> sight.sees(layer.entry()))
                .map(this::layer)
                .toList();
        String k = baseline.known() == null ? null : baseline.known().toString();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Layers(baseline.asOf().toString(), k, register.shortHash(), layers));
    }

    private Layer layer(Baseline.Layer layer) {
        LayerEntry entry = layer.entry();
        List<FieldView> fields = entry.schema().fields().stream()
                .map(field -> new FieldView(
                        field.code(), field.zh(), field.en(), field.type().name()))
                .toList();
        return new Layer(
                entry.code(),
                entry.group(),
                entry.zh(),
                entry.en(),
                entry.schema().kind().name(),
                entry.dimension().name(),
                entry.owner(),
                entry.classification(),
                entry.required(),
                fields,
                entry.schema().classScheme(),
                entry.schema().classField(),
                register.find(entry.code()).map(RegisteredLayer::style).orElse(Map.of()),
                register.find(entry.code()).map(RegisteredLayer::scales).orElse(null),
                layer.snapshot() == null ? null : view(layer.snapshot()),
                layer.reason() == null ? null : layer.reason().code());
    }

    private SnapshotView view(SnapshotRef snapshot) {
        ReleaseEntry entry = table.findByHash(snapshot.layer(), snapshot.hash()).orElseThrow();
        return new SnapshotView(
                snapshot.hash(),
                snapshot.inForceFrom().toString(),
                snapshot.inForceTo() == null ? null : snapshot.inForceTo().toString(),
                snapshot.knownFrom().toString(),
                entry.features(),
                entry.bounds(),
                snapshot.invented(),
                snapshot.source());
    }

    @GetMapping("/classes/{scheme}")
    @Requires("onemap:layer:read")
    ResponseEntity<List<ClassSchemes.Entry>> classes(@PathVariable String scheme) {
        return schemes.find(scheme)
                .map(list ->
                        ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(list))
                .orElseThrow(() -> ProblemAnswer.notFound("onemap.unknown-scheme", "scheme", scheme));
    }

    @GetMapping("/features/{layer}/{hash}/{feature}")
    @Requires("onemap:feature:read")
    ResponseEntity<FeatureView> feature(
            @PathVariable String layer, @PathVariable String hash, @PathVariable int feature) {
        boolean seen = register.findLayer(layer).filter(sight::sees).isPresent();
        if (!seen || table.findByHash(layer, hash).isEmpty() || !store.contains(hash))
            throw ProblemAnswer.notFound("onemap.unknown-snapshot", "layer", layer, "hash", hash);
        try (SnapshotStore.Lease lease = store.open(hash)) {
            Snapshot snapshot = lease.snapshot();
            if (feature < 0 || feature >= snapshot.size())
                throw ProblemAnswer.notFound("onemap.unknown-feature", "layer", layer, "feature", feature);
            transaction.executeWithoutResult(
                    status -> proof.append(new ProofAct(actor.id(), "onemap:feature:read", layer + " " + feature, hash)
                            .on(box(snapshot, feature))));
            return ResponseEntity.ok()
                    .cacheControl(CacheControl.noStore())
                    .body(new FeatureView(
                            layer,
                            feature,
                            FeatureValues.of(snapshot, feature),
                            FeatureValues.area(snapshot, feature),
                            FeatureValues.length(snapshot, feature),
                            OutlineTree.of(snapshot.geometry(feature))));
        }
    }

    private static @Nullable Box box(Snapshot snapshot, int feature) {
        Envelope box = snapshot.geometry(feature).getEnvelopeInternal();
        return box.isNull() ? null : new Box(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
    }
}
