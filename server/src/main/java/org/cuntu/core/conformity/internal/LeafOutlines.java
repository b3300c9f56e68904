package org.cuntu.core.conformity.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.cuntu.core.conformity.Cutter;
import org.cuntu.core.conformity.Finding;
import org.cuntu.engine.layer.Snapshot;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * The outlines of leaves and of their parts, EPSG:4490, each made once: for the eye and for exchange files, no figure is
 * taken from them. Thread safe, while the snapshots are open.
 */
final class LeafOutlines {
    private final List<Geometry> outlines;
    private final List<Cutter.Plot> plots;
    private final Map<String, Snapshot> snapshots;
    private final Map<String, Geometry> made = new ConcurrentHashMap<>();
    private final Map<String, Optional<Cutter.Plot>> zones = new ConcurrentHashMap<>();

    /**
     * @param outlines of the plots, EPSG:4490
     * @param snapshots by layer code
     */
    LeafOutlines(List<Geometry> outlines, Cutter cutter, Map<String, Snapshot> snapshots) {
        this.outlines = outlines;
        this.plots = outlines.stream().map(cutter::prepare).toList();
        this.snapshots = snapshots;
    }

    /** The part of a feature that lies in a plot. */
    Geometry piece(String layer, int plot, int feature) {
        return made(layer + "/" + plot + "/" + feature, () -> plots.get(plot).outline(snapshot(layer), feature));
    }

    /**
     * The part of a survey leaf that lies in one plan zone.
     *
     * @param zone number of the zone's feature; {@link Finding.Piece#NO_ZONE}: the ground on which none lies
     */
    Geometry inZone(int plot, int feature, int zone) {
        return made("zone " + zone + "/" + plot + "/" + feature, () -> {
            if (zone == Finding.Piece.NO_ZONE) return withoutZones(plot, feature);
            return zone(plot, zone)
                    .map(part -> part.outline(snapshot(Tables.SURVEY), feature))
                    .orElseGet(() -> outlines.get(plot).getFactory().createPolygon());
        });
    }

    private Geometry withoutZones(int plot, int feature) {
        Geometry piece = piece(Tables.SURVEY, plot, feature);
        Snapshot plan = snapshots.get(ConversionParts.ZONES);
        if (plan == null) return piece;
        int[] all = plots.get(plot).cut(plan).pieces().stream()
                .mapToInt(p -> p.feature())
                .toArray();
        return without(piece, ConversionParts.ZONES, plot, all);
    }

    private Optional<Cutter.Plot> zone(int plot, int zone) {
        return zones.computeIfAbsent(
                plot + "/" + zone,
                key -> Optional.ofNullable(plots.get(plot).part(snapshot(ConversionParts.ZONES), zone)));
    }

    /** The plot inside the coverage without these features. */
    Geometry rest(String layer, int plot, int[] features) {
        return made(
                layer + "/" + plot + "/rest",
                () -> without(plots.get(plot).inside(snapshot(layer)), layer, plot, features));
    }

    /** The plot outside the layer's coverage. */
    Geometry outside(String layer, int plot) {
        return made(
                layer + "/" + plot + "/outside",
                () -> OverlayNGRobust.overlay(
                        outlines.get(plot), snapshot(layer).coverage(), OverlayNG.DIFFERENCE));
    }

    private Geometry without(Geometry ground, String layer, int plot, int[] features) {
        List<Geometry> taken = Arrays.stream(features)
                .mapToObj(feature -> piece(layer, plot, feature))
                .toList();
        return Remainder.of(ground, taken);
    }

    private Geometry made(String key, Supplier<Geometry> how) {
        Geometry there = made.get(key);
        if (there != null) return there;
        Geometry shape = how.get();
        made.put(key, shape);
        return shape;
    }

    private Snapshot snapshot(String layer) {
        @Nullable Snapshot found = snapshots.get(layer);
        if (found == null) throw new IllegalStateException("no snapshot of " + layer);
        return found;
    }
}
