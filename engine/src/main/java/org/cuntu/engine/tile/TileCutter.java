package org.cuntu.engine.tile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cuntu.engine.layer.LayerKind;
import org.cuntu.engine.layer.LayerSchema;
import org.cuntu.engine.layer.Snapshot;

/**
 * Cuts a vector tile (MVT 2.1, extent 4096, buffer 64) from a snapshot. Each feature has its number as MVT id and as
 * property {@code id}, its class code as {@code c}, and the fields asked for. Thread safe; the same input gives the
 * same bytes.
 *
 * <p><b>Simplification without tearing.</b> The only simplification is moving each vertex to a grid that is one for
 * the whole world: a vertex shared by neighbours moves to the same place in both. The step of the grid is 8 units
 * (half a pixel of a tile drawn 256 pixels wide) to zoom 10, 4 to zoom 13, 2 to zoom 15, then 1. Points that then lie
 * exactly on the line of their neighbours are left out.
 *
 * <p><b>Small features.</b> In a {@link LayerKind#COVERAGE} a feature that the grid collapses is left out, because its
 * neighbours, moved by the same vertices, have taken its ground: no holes, provided that neighbours share their
 * vertices (a bow tie whose wings cancel out exactly is lost). Elsewhere it is kept as a square of one pixel (or one
 * step, when that is more): always in a layer of at most {@value #FEW} features, otherwise for every k-th feature, k
 * being how often its ground goes into that square, so that on the whole as much is painted as is there.
 *
 * <p><b>The limit of bytes.</b> A tile that exceeds it is written again without the fields (number and class stay),
 * then with the step doubled and doubled again to 64 units, then without its smallest features until it fits: only
 * this last leaves holes. As the step belongs to the tile, a line may jump by half a step where tiles of different
 * steps meet.
 *
 * <p><b>What a ring guarantees.</b> At least three vertices, no repeated vertex in a row, no spike, an area other than
 * 0; exteriors positive, each followed by its holes, negative. Not guaranteed: that a ring does not touch or cross
 * itself within one step, and that parts cut apart by the buffer's edge are separate rings (they stay joined along
 * that edge, which is outside the tile).
 */
public final class TileCutter {
    private static final byte[] EMPTY = {};
    private static final int COARSEST = 64;
    private static final int FEW = 2_000;
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
        List<TileShape> outlines = outlines(frame);
        int step = stepOf(frame.z());
        List<TileShape> shapes = drawn(outlines, step);
        byte[] tile = write(shapes, options.fields());
        if (tile.length > options.maxBytes()) tile = write(shapes, List.of());
        while (tile.length > options.maxBytes() && step < COARSEST) {
            step *= 2;
            shapes = drawn(outlines, step);
            tile = write(shapes, List.of());
        }
        while (tile.length > options.maxBytes()) {
            shapes = largest(shapes, (int) (0.95 * shapes.size() * options.maxBytes() / tile.length));
            tile = write(shapes, List.of());
        }
        return tile;
    }

    private static int stepOf(int zoom) {
        if (zoom <= 10) return 8;
        if (zoom <= 13) return 4;
        return zoom <= 15 ? 2 : 1;
    }

    private List<TileShape> outlines(TileFrame frame) {
        double[] reach = frame.reach();
        int[] found = snapshot.find(reach[0], reach[1], reach[2], reach[3]);
        List<TileShape> outlines = new ArrayList<>(found.length);
        for (int feature : found) {
            TileShape outline = TileShape.of(feature, snapshot.geometry(feature), frame);
            if (!outline.isEmpty()) outlines.add(outline);
        }
        return outlines;
    }

    private List<TileShape> drawn(List<TileShape> outlines, int step) {
        List<TileShape> shapes = new ArrayList<>(outlines.size());
        for (TileShape outline : outlines) {
            TileShape snapped = outline.snapped(step);
            Optional<TileShape> shape = snapped.isCollapsed() ? square(outline, step) : Optional.of(snapped);
            shape.map(TileShape::clipped).filter(part -> !part.isEmpty()).ifPresent(shapes::add);
        }
        return shapes;
    }

    private Optional<TileShape> square(TileShape outline, int step) {
        if (schema.kind() == LayerKind.COVERAGE) return Optional.empty();
        int side = StrictMath.max(step, TileFrame.PIXEL);
        double odds = snapshot.size() <= FEW ? 1 : outline.doubledGround() / (2.0 * side * side);
        return turn(outline.feature()) < odds ? Optional.of(outline.asSquare(side)) : Optional.empty();
    }

    /** Spreads the features' numbers, which follow the ground, evenly over 0…1 (multiples of the golden section). */
    private static double turn(int feature) {
        return (feature * 0x9E3779B97F4A7C15L >>> 11) * 0x1p-53;
    }

    private static List<TileShape> largest(List<TileShape> shapes, int count) {
        return shapes.stream()
                .sorted(Comparator.comparingLong(TileShape::doubledArea)
                        .reversed()
                        .thenComparingInt(TileShape::feature))
                .limit(count)
                .sorted(Comparator.comparingInt(TileShape::feature))
                .toList();
    }

    private byte[] write(List<TileShape> shapes, List<String> fields) {
        if (shapes.isEmpty()) return EMPTY;
        VectorTile tile = new VectorTile(options.layerName());
        for (TileShape shape : shapes) {
            tile.begin();
            tile.tag(NUMBER, (long) shape.feature());
            if (schema.classField() != null) tile.tag(CLASS, snapshot.value(shape.feature(), schema.classField()));
            for (String field : fields)
                if (!field.equals(NUMBER) && !field.equals(CLASS))
                    tile.tag(field, snapshot.value(shape.feature(), field));
            tile.end(shape);
        }
        return tile.toBytes();
    }
}
