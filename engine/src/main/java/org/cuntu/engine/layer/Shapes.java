package org.cuntu.engine.layer;

/**
 * Polygons as flat rings with what the overlay needs to skip most of them: every ring is cut into chunks of
 * {@value #CHUNK} edges, each with its box, the running area integral and the running length at its first point; a group is
 * {@value #GROUP} chunks under one box.
 *
 * <p>Shapes, rings, points, chunks and groups are each numbered through; those of ring r are first…(r) to first…(r + 1) − 1.
 * The last point of a ring repeats its first. Outer rings run counter-clockwise, holes clockwise. Running integrals are in
 * m² and kept as two doubles (high + low), counted from the shape's {@link #reference}. Boxes are west, south, east, north.
 * Immutable and thread safe.
 */
public sealed interface Shapes permits HeapShapes, MappedShapes {
    /** Edges in a chunk. */
    int CHUNK = 16;

    /** Chunks in a group. */
    int GROUP = 16;

    int WEST = 0;
    int SOUTH = 1;
    int EAST = 2;
    int NORTH = 3;

    double shapeBox(int shape, int side);

    /** F of the shape, m². */
    double integral(int shape);

    /** The latitude from which running integrals are counted, in hundredths of a degree. */
    int reference(int shape);

    int firstRing(int shape);

    boolean isShell(int ring);

    int firstPoint(int ring);

    int firstChunk(int ring);

    int firstGroup(int ring);

    double ringHigh(int ring);

    double ringLow(int ring);

    double ringLength(int ring);

    double groupBox(int group, int side);

    double chunkBox(int chunk, int side);

    double runHigh(int chunk);

    double runLow(int chunk);

    double runLength(int chunk);

    double x(int point);

    double y(int point);

    /** Copies points into arrays. */
    default void load(int point, int count, double[] xs, double[] ys) {
        for (int i = 0; i < count; i++) {
            xs[i] = x(point + i);
            ys[i] = y(point + i);
        }
    }

    default boolean shapeMeets(int shape, double west, double south, double east, double north) {
        return shapeBox(shape, WEST) <= east
                && shapeBox(shape, EAST) >= west
                && shapeBox(shape, SOUTH) <= north
                && shapeBox(shape, NORTH) >= south;
    }

    default boolean groupMeets(int group, double west, double south, double east, double north) {
        return groupBox(group, WEST) <= east
                && groupBox(group, EAST) >= west
                && groupBox(group, SOUTH) <= north
                && groupBox(group, NORTH) >= south;
    }

    default boolean chunkMeets(int chunk, double west, double south, double east, double north) {
        return chunkBox(chunk, WEST) <= east
                && chunkBox(chunk, EAST) >= west
                && chunkBox(chunk, SOUTH) <= north
                && chunkBox(chunk, NORTH) >= south;
    }
}
