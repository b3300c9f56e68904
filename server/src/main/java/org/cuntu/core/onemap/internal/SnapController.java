package org.cuntu.core.onemap.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.cuntu.core.onemap.LayerSight;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.Viewings;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.http.SessionId;
import org.cuntu.platform.identity.Requires;
import org.locationtech.jts.geom.Envelope;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The exact boundaries of the snapshots on the map, around what is edited. Asked for once a view, not once a movement: the
 * pen then snaps without the network between hand and paint. Counted as looking at the layer.
 */
@RestController
@ConditionalOnWebApplication
class SnapController {
    /** As a view of the map at the smallest editing scale, with room; degrees. */
    private static final double WIDEST = 0.1;

    private static final int MOST_VERTICES = 40_000;
    private static final int MOST_LAYERS = 30;

    private final RegisterFile register;
    private final ReleaseTable table;
    private final SnapshotStore store;
    private final LayerSight sight;
    private final Viewings viewings;

    SnapController(
            RegisterFile register, ReleaseTable table, SnapshotStore store, LayerSight sight, Viewings viewings) {
        this.register = register;
        this.table = table;
        this.store = store;
        this.sight = sight;
        this.viewings = viewings;
    }

    /** complete: false when there was more than is given; zoom in. */
    record Edges(List<Layer> layers, boolean complete) {}

    record Layer(String layer, String hash, List<double[]> lines) {}

    /**
     * @param box west, south, east, north; at most 0.1° each way
     * @param layers code and snapshot of each: {@code DLTB:1f3a…}, as the tiles name them
     */
    @GetMapping("/api/snap")
    @Requires("onemap:layer:read")
    ResponseEntity<Edges> edges(
            @RequestParam double[] box, @RequestParam List<String> layers, HttpServletRequest request) {
        Envelope seen = envelope(box);
        if (layers.size() > MOST_LAYERS) throw parameter("layers");
        Boundaries boundaries = new Boundaries(seen, MOST_VERTICES);
        List<Layer> answer = new ArrayList<>();
        for (String named : layers) {
            String[] parts = named.split(":", 2);
            if (parts.length < 2) throw parameter("layers");
            answer.add(layer(parts[0], parts[1], boundaries, box, request));
        }
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Edges(answer, boundaries.complete()));
    }

    private Layer layer(String code, String hash, Boundaries boundaries, double[] box, HttpServletRequest request) {
        if (register.findLayer(code).filter(sight::sees).isEmpty())
            throw ProblemAnswer.notFound("onemap.unknown-layer", "layer", code);
        if (table.findByHash(code, hash).isEmpty())
            throw ProblemAnswer.notFound("onemap.unknown-snapshot", "layer", code, "hash", hash);
        viewings.note("onemap:layer:view", SessionId.of(request), code, box);
        try (SnapshotStore.Lease lease = store.open(hash)) {
            return new Layer(code, hash, boundaries.of(lease.snapshot()));
        } catch (SnapshotStore.MissingSnapshot e) {
            throw ProblemAnswer.notFound("onemap.no-snapshot-file", "layer", code, "hash", hash);
        }
    }

    private static Envelope envelope(double[] box) {
        if (box.length != 4) throw parameter("box");
        for (double side : box) if (!Double.isFinite(side)) throw parameter("box");
        Envelope envelope = new Envelope(box[0], box[2], box[1], box[3]);
        boolean turned = box[0] > box[2] || box[1] > box[3];
        if (turned || envelope.getWidth() > WIDEST || envelope.getHeight() > WIDEST) throw parameter("box");
        return envelope;
    }

    private static ProblemAnswer parameter(String name) {
        return new ProblemAnswer(400, Problem.refused("http.parameter", Problem.Place.UNKNOWN, "name", name));
    }
}
