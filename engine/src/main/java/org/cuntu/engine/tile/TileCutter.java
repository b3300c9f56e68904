package org.cuntu.engine.tile;

import java.util.List;
import org.cuntu.engine.layer.Dimension;
import org.cuntu.engine.layer.LayerKind;
import org.cuntu.engine.layer.LayerSchema;
import org.cuntu.engine.layer.Snapshot;

/**
 * Cuts a vector tile (MVT 2.1, extent 4096, buffer 64) from a snapshot. Each feature has its number as MVT id and as
 * property {@code id}, its class code as {@code c}, and the fields asked for. Thread safe; the same input gives the
 * same bytes.
 *
 * <p><b>Simplification without tearing.</b> The only simplification is moving each vertex to a grid that is one for
 * the whole world: its fate depends on its own place alone, so a vertex shared by neighbours moves to the same place in
 * both, and in the tile next to it. The step of the grid is 8 units (half a pixel of a tile drawn 256 pixels wide) to
 * zoom 10, 4 to zoom 13, 2 to zoom 15, then 1. Points that then lie exactly on the line of their neighbours are left out.
 *
 * <p><b>Small features.</b> In a {@link LayerKind#COVERAGE} a feature that the grid collapses is left out, because its
 * neighbours, moved by the same vertices, have taken its ground: no holes, provided that neighbours share their
 * vertices. So is a part that the grid turns inside out. Elsewhere a feature of which nothing is left is kept as a
 * square of one pixel (or one step, when that is more): always in a layer of at most {@value TileDrawing#FEW} features,
 * otherwise for every k-th feature, k being how often its ground goes into that square, so that on the whole as much is
 * painted as is there.
 *
 * <p><b>The limit of bytes.</b> A tile that exceeds it is written again without the fields (number and class stay),
 * then with the step doubled and doubled again to 64 units, then without its smallest features until it fits: only
 * this last leaves holes. As the step belongs to the tile, a line may jump by half a step where tiles of different
 * steps meet.
 *
 * <p><b>What a feature guarantees.</b> A multipolygon valid by OGC 06-103r4 and by MVT 2.1: rings that neither touch nor
 * cross themselves, meet each other in points at most, exteriors positive, each followed by its holes, negative, no
 * point on the line of its neighbours. Nearly every feature is so after snapping, and {@link RingCheck} proves it in a few
 * nanoseconds a vertex; the others, some in a thousand, are mended by {@link RingMender}, which moves an edge by half a unit
 * at most. Parts that the buffer's edge cuts from each other are polygons of their own.
 *
 * <p><b>Lines and points</b> have their vertices on the same grid, points on the unit; a line that the grid collapses is a dot of one
 * unit. Beyond the limit of bytes every second feature is left out, then every second of those.
 */
public final class TileCutter {
    private static final byte[] EMPTY = {};
    private static final int COARSEST = 64;
    private static final String NUMBER = "id";
    private static final String CLASS = "c";

    private final Snapshot snapshot;
    private final LayerSchema schema;
    private final TileOptions options;

    private TileCutter(Snapshot snapshot, TileOptions options) {
        this.snapshot = snapshot;
        this.schema = snapshot.schema();
        this.options = options;
    }

    /**
     * One tile, not compressed.
     *
     * @return an empty array when nothing lies there or the zoom is below the options' least
     * @throws IllegalArgumentException when the matrix set has no such tile
     */
    public static byte[] cut(Snapshot snapshot, TileMatrixSet matrix, int z, int x, int y, TileOptions options) {
        TileFrame frame = new TileFrame(matrix, z, x, y);
        if (z < options.minZoom()) return EMPTY;
        return new TileCutter(snapshot, options).cut(frame);
    }

    private byte[] cut(TileFrame frame) {
        if (snapshot.dimension() != Dimension.AREA) return thin(frame);
        TileDrawing drawing = new TileDrawing(snapshot, frame);
        int step = stepOf(frame.z());
        DrawnShapes shapes = drawing.draw(step);
        byte[] tile = write(shapes, shapes.all(), options.fields());
        if (tile.length > options.maxBytes()) tile = write(shapes, shapes.all(), List.of());
        while (tile.length > options.maxBytes() && step < COARSEST) {
            step *= 2;
            shapes = drawing.draw(step);
            tile = write(shapes, shapes.all(), List.of());
        }
        int[] places = shapes.all();
        while (tile.length > options.maxBytes()) {
            places = shapes.largest(places, (int) (0.95 * places.length * options.maxBytes() / tile.length));
            tile = write(shapes, places, List.of());
        }
        return tile;
    }

    /** Lines or points: beyond the limit of bytes without the fields, then on a coarser grid, then as many as it takes. */
    private byte[] thin(TileFrame frame) {
        int step = stepOf(frame.z());
        byte[] tile = thin(frame, step, options.fields(), 1);
        if (tile.length > options.maxBytes()) tile = thin(frame, COARSEST, List.of(), 1);
        for (int every = 2; tile.length > options.maxBytes(); every *= 2)
            tile = thin(frame, COARSEST, List.of(), every);
        return tile;
    }

    /** @param every one of so many features is drawn */
    private byte[] thin(TileFrame frame, int step, List<String> fields, int every) {
        VectorTile tile = new VectorTile(options.layerName());
        int[] drawn = {0};
        new ThinDrawing(snapshot, frame, step).forEach((feature, path) -> {
            if (feature % every != 0) return;
            tag(tile, feature, fields);
            tile.end(feature, snapshot.dimension(), path);
            drawn[0]++;
        });
        return drawn[0] == 0 ? EMPTY : tile.toBytes();
    }

    private static int stepOf(int zoom) {
        if (zoom <= 10) return 8;
        if (zoom <= 13) return 4;
        return zoom <= 15 ? 2 : 1;
    }

    private byte[] write(DrawnShapes shapes, int[] places, List<String> fields) {
        if (places.length == 0) return EMPTY;
        VectorTile tile = new VectorTile(options.layerName());
        for (int place : places) {
            tag(tile, shapes.feature(place), fields);
            shapes.endIn(tile, place);
        }
        return tile.toBytes();
    }

    /** Begins a feature with its number, its class and its fields. */
    private void tag(VectorTile tile, int feature, List<String> fields) {
        int classField = schema.classField() == null ? -1 : schema.indexOf(schema.classField());
        tile.begin();
        tile.tag(NUMBER, (long) feature);
        if (classField >= 0) tile.tag(CLASS, snapshot.value(feature, classField));
        for (String field : fields)
            if (!field.equals(NUMBER) && !field.equals(CLASS)) tile.tag(field, snapshot.value(feature, field));
    }
}
