package org.cuntu.bench.worker;

import java.util.function.BiConsumer;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.overlay.LayerCut;
import org.cuntu.engine.overlay.Piece;
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

    /** Areas of a layer's parts in a site, and the outline of each. */
    interface SiteOutlines {
        LayerCut cut(Site site, Snapshot snapshot, BiConsumer<Piece, Geometry> each);
    }

    /** A vector tile. */
    interface Tiles {
        byte[] cut(Snapshot snapshot, TileMatrixSet matrix, int z, int x, int y, TileOptions options);
    }

    static final SiteAreas SITE_AREAS = SiteOverlay::cut;
    static final SiteOutlines SITE_OUTLINES = (site, snapshot, each) ->
            SiteOverlay.cut(site, snapshot, (piece, outline) -> each.accept(piece, outline.get()));
    static final Tiles TILES = TileCutter::cut;
    static final MatrixKernel MATRIX = MatrixKernel::byClass;

    private Kernels() {}
}
