package org.cuntu.core.conformity.internal;

import org.cuntu.core.conformity.Cutter;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.overlay.LayerCut;
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

    private record Prepared(Site site) implements Plot {
        @Override
        public double integral() {
            return site.integral();
        }

        @Override
        public LayerCut cut(Snapshot snapshot) {
            return SiteOverlay.cut(site, snapshot);
        }

        @Override
        public double union(Snapshot snapshot, int[] features) {
            return SiteOverlay.union(site, snapshot, features);
        }

        @Override
        public @Nullable Plot part(Snapshot snapshot, int feature) {
            return SiteOverlay.part(site, snapshot, feature).map(Prepared::new).orElse(null);
        }

        @Override
        public Geometry outline(Snapshot snapshot, int feature) {
            return SiteOverlay.outline(site, snapshot, feature);
        }
    }
}
