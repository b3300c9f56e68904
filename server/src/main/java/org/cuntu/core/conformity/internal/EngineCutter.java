package org.cuntu.core.conformity.internal;

import static org.cuntu.engine.layer.Shapes.EAST;
import static org.cuntu.engine.layer.Shapes.NORTH;
import static org.cuntu.engine.layer.Shapes.SOUTH;
import static org.cuntu.engine.layer.Shapes.WEST;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.cuntu.core.conformity.Cutter;
import org.cuntu.engine.layer.FlatShape;
import org.cuntu.engine.layer.LayerKind;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.overlay.LayerCut;
import org.cuntu.engine.overlay.Piece;
import org.cuntu.engine.overlay.Site;
import org.cuntu.engine.overlay.SiteOverlay;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** The engine's overlay. */
public final class EngineCutter implements Cutter {
    private final PatchesInZones.Shelf known = new PatchesInZones.Shelf();

    @Override
    public Plot prepare(Geometry geodetic) {
        return new Prepared(Site.of(geodetic), known);
    }

    private static final class Prepared implements Plot {
        private final Site site;
        private final PatchesInZones.Shelf known;
        /** The pieces of the layers that were cut. */
        private final Map<VerySame<Snapshot>, List<Piece>> cut = new ConcurrentHashMap<>();

        /** What features occupy together is asked by the layer and then by each of its rules. */
        private final Map<Features, Double> unions = new ConcurrentHashMap<>();

        /** A zone's part is asked by the conversions and again by its outlines. */
        private final Map<Feature, Optional<Plot>> parts = new ConcurrentHashMap<>();

        private record Feature(Snapshot snapshot, int number) {}

        private record Features(Snapshot snapshot, List<Integer> numbers) {}

        Prepared(Site site, PatchesInZones.Shelf known) {
            this.site = site;
            this.known = known;
        }

        @Override
        public double integral() {
            return site.integral();
        }

        @Override
        public LayerCut cut(Snapshot snapshot) {
            LayerCut cut = SiteOverlay.cut(site, snapshot);
            this.cut.put(new VerySame<>(snapshot), cut.pieces());
            if (snapshot.schema().kind() == LayerKind.OVERLAPPING) {
                List<Integer> solid = cut.pieces().stream()
                        .filter(piece -> piece.integral() > 0)
                        .map(Piece::feature)
                        .toList();
                unions.put(new Features(snapshot, solid), cut.union());
            }
            return cut;
        }

        @Override
        public List<Piece> pieces(Snapshot snapshot) {
            return SiteOverlay.pieces(site, snapshot);
        }

        @Override
        public List<Piece> pieces(Snapshot zones, int zone, Snapshot ground, int[] patches) {
            int[] near = near(zones.flat(zone), ground, patches);
            if (near.length == 0) return List.of();
            return part(zones, zone) instanceof Prepared part ? SiteOverlay.pieces(part.site, ground, near) : List.of();
        }

        private static int[] near(FlatShape zone, Snapshot ground, int[] patches) {
            double west = zone.box(WEST);
            double south = zone.box(SOUTH);
            double east = zone.box(EAST);
            double north = zone.box(NORTH);
            int[] near = new int[patches.length];
            int size = 0;
            for (int patch : patches) if (ground.meets(patch, west, south, east, north)) near[size++] = patch;
            return Arrays.copyOf(near, size);
        }

        @Override
        public int[] zones(Snapshot ground, int[] patches, Snapshot plan) {
            PatchesInZones of = known.of(ground, plan);
            int[] zones = new int[patches.length];
            for (int i = 0; i < zones.length; i++) zones[i] = of.zone(ground, patches[i], plan);
            return zones;
        }

        @Override
        public double union(Snapshot snapshot, int[] features) {
            return unions.computeIfAbsent(
                    new Features(snapshot, Arrays.stream(features).boxed().toList()),
                    key -> SiteOverlay.union(site, snapshot, features));
        }

        @Override
        public @Nullable Plot part(Snapshot snapshot, int feature) {
            return parts.computeIfAbsent(
                            new Feature(snapshot, feature), key -> SiteOverlay.part(site, snapshot, feature)
                                    .<Plot>map(part -> new Prepared(part, known)))
                    .orElse(null);
        }

        @Override
        public Geometry outline(Snapshot snapshot, int feature) {
            return isWhole(snapshot, feature)
                    ? snapshot.geometry(feature)
                    : SiteOverlay.outline(site, snapshot, feature);
        }

        /** Whether a feature is known to lie whole in the plot, from when its layer was cut. */
        private boolean isWhole(Snapshot snapshot, int feature) {
            List<Piece> pieces = cut.getOrDefault(new VerySame<>(snapshot), List.of()); // by feature
            int low = 0;
            int high = pieces.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (pieces.get(middle).feature() < feature) low = middle + 1;
                else high = middle;
            }
            return low < pieces.size()
                    && pieces.get(low).feature() == feature
                    && pieces.get(low).integral() == snapshot.integral(feature);
        }

        @Override
        public Geometry inside(Snapshot snapshot) {
            return SiteOverlay.insideOutline(site, snapshot);
        }
    }
}
