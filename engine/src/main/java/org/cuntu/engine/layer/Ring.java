package org.cuntu.engine.layer;

/**
 * One ring of a polygon, read by position: exterior counter-clockwise, hole clockwise, no repeated points, the last point
 * equal to the first; with the running field integral (m²) and running length (m) from its first vertex, and a box around
 * each run of {@link #CHUNK} edges. Degrees. Implementations are immutable.
 */
public interface Ring {
    int CHUNK = 16;

    /** The number of edges; there is one point more. */
    int edges();

    double x(int point);

    double y(int point);

    /** The integral from the first vertex to this one; at {@code edges()} the ring's own. */
    double integral(int point);

    double length(int point);

    double west(int chunk);

    double south(int chunk);

    double east(int chunk);

    double north(int chunk);

    default int chunks() {
        return (edges() - 1) / CHUNK + 1;
    }

    default double area() {
        return integral(edges());
    }

    default double perimeter() {
        return length(edges());
    }
}
