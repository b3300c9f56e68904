package org.cuntu.bench.worker;

import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.overlay.LayerCut;
import org.cuntu.engine.overlay.Site;
import org.cuntu.engine.overlay.SiteOverlay;
import org.cuntu.engine.tile.TileCutter;
import org.cuntu.engine.tile.TileMatrixSet;
import org.cuntu.engine.tile.TileOptions;
import org.locationtech.jts.geom.Geometry;

/** The functions of the engine that are measured: a faster one is put in here, and every row follows. */
final class Kernels {
    /** Areas of a layer's parts in a site. */
    interface SiteAreas {
        LayerCut cut(Site site, Snapshot snapshot);
    }

    /** The outline of one part. */
    interface Outlines {
        Geometry outline(Site site, Snapshot snapshot, int feature);
    }

    /** A vector tile. */
    interface Tiles {
        byte[] cut(Snapshot snapshot, TileMatrixSet matrix, int z, int x, int y, TileOptions options);
    }

    static final SiteAreas SITE_AREAS = SiteOverlay::cut;
    static final Outlines OUTLINES = SiteOverlay::outline;
    static final Tiles TILES = TileCutter::cut;
    static final MatrixKernel MATRIX = MatrixKernel::byClass;

    private Kernels() {}
}
