package org.cuntu.core.conformity.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.cuntu.core.conformity.Cutter;
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
    @Override
    public Plot prepare(Geometry geodetic) {
        return new Prepared(Site.of(geodetic));
    }

    private static final class Prepared implements Plot {
        private final Site site;
        /** What features occupy together is asked by the layer and then by each of its rules. */
        private final Map<Features, Double> unions = new ConcurrentHashMap<>();

        /** A zone's part is asked by the conversions and again by its outlines. */
        private final Map<Feature, Optional<Plot>> parts = new ConcurrentHashMap<>();

        private record Feature(Snapshot snapshot, int number) {}

        private record Features(Snapshot snapshot, List<Integer> numbers) {}

        Prepared(Site site) {
            this.site = site;
        }

        @Override
        public double integral() {
            return site.integral();
        }

        @Override
        public LayerCut cut(Snapshot snapshot) {
            LayerCut cut = SiteOverlay.cut(site, snapshot);
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
        public double union(Snapshot snapshot, int[] features) {
            return unions.computeIfAbsent(
                    new Features(snapshot, Arrays.stream(features).boxed().toList()),
                    key -> SiteOverlay.union(site, snapshot, features));
        }

        @Override
        public @Nullable Plot part(Snapshot snapshot, int feature) {
            return parts.computeIfAbsent(
                            new Feature(snapshot, feature),
                            key -> SiteOverlay.part(site, snapshot, feature).<Plot>map(Prepared::new))
                    .orElse(null);
        }

        @Override
        public Geometry outline(Snapshot snapshot, int feature) {
            return SiteOverlay.outline(site, snapshot, feature);
        }

        @Override
        public Geometry inside(Snapshot snapshot) {
            return SiteOverlay.insideOutline(site, snapshot);
        }
    }
}
