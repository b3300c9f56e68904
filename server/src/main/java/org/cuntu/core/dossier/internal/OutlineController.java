package org.cuntu.core.dossier.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.platform.audit.Viewings;
import org.cuntu.platform.http.GeoJsonTree;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.http.SessionId;
import org.cuntu.platform.identity.CurrentUser;
import org.cuntu.platform.identity.Requires;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Outlines of features for the map to show what was found: viewing, as tiles are. Large ones are thinned for the eye. */
@RestController
@ConditionalOnWebApplication
class OutlineController {
    private static final int FINE = 20_000;
    private static final double STEPS = 4_000;

    private final Snapshots snapshots;
    private final LayerRegister register;
    private final FeatureHits hits;
    private final CurrentUser users;
    private final Viewings viewings;

    OutlineController(
            Snapshots snapshots, LayerRegister register, FeatureHits hits, CurrentUser users, Viewings viewings) {
        this.snapshots = snapshots;
        this.register = register;
        this.hits = hits;
        this.users = users;
        this.viewings = viewings;
    }

    @GetMapping("/api/outlines/{layer}/{hash}/{feature}")
    @Requires("onemap:feature:read")
    ResponseEntity<Map<String, Object>> outline(
            @PathVariable String layer,
            @PathVariable String hash,
            @PathVariable int feature,
            HttpServletRequest request) {
        try (SnapshotStore.Lease lease = open(layer, hash)) {
            Geometry shape = Snapshots.shape(lease.snapshot(), feature);
            return answer(layer, shape, request);
        }
    }

    @GetMapping("/api/outlines/{layer}/{hash}")
    @Requires("onemap:feature:read")
    ResponseEntity<Map<String, Object>> outlines(
            @PathVariable String layer,
            @PathVariable String hash,
            @RequestParam String field,
            @RequestParam String value,
            HttpServletRequest request) {
        if (!register.searchFields(layer).containsKey(field))
            throw ProblemAnswer.notFound("dossier.unknown-field", "layer", layer, "field", field);
        try (SnapshotStore.Lease lease = open(layer, hash)) {
            Snapshot snapshot = lease.snapshot();
            List<Polygon> parts = new ArrayList<>();
            for (int feature : hits.members(snapshot, field, value)) {
                Geometry shape = snapshot.geometry(feature);
                for (int i = 0; i < shape.getNumGeometries(); i++) parts.add((Polygon) shape.getGeometryN(i));
            }
            return answer(layer, new GeometryFactory().createMultiPolygon(parts.toArray(Polygon[]::new)), request);
        }
    }

    private SnapshotStore.Lease open(String layer, String hash) {
        boolean hidden = register.findLayer(layer)
                .filter(entry -> !Seeing.may(users.get(), entry))
                .isPresent();
        if (hidden) throw ProblemAnswer.notFound("onemap.unknown-snapshot", "layer", layer, "hash", hash);
        return snapshots.open(layer, hash);
    }

    private ResponseEntity<Map<String, Object>> answer(String layer, Geometry shape, HttpServletRequest request) {
        double[] box = Points.bounds(shape);
        viewings.note("onemap:outline:view", SessionId.of(request), layer, box);
        Geometry shown = shape.getNumPoints() <= FINE ? shape : thinned(shape);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(Map.of("bounds", box, "geometry", GeoJsonTree.of(shown)));
    }

    private static Geometry thinned(Geometry shape) {
        var box = shape.getEnvelopeInternal();
        DouglasPeuckerSimplifier thinner = new DouglasPeuckerSimplifier(shape);
        thinner.setEnsureValid(false);
        thinner.setDistanceTolerance(StrictMath.max(box.getWidth(), box.getHeight()) / STEPS);
        return thinner.getResultGeometry();
    }
}
