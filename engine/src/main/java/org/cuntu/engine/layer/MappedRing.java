package org.cuntu.engine.layer;

import static org.cuntu.engine.layer.SnapshotLayout.DOUBLE;

import org.cuntu.engine.measure.FieldIntegral;

/** A ring read in place from a mapped snapshot; sums inside a chunk are added up when asked. Thread safe. */
final class MappedRing implements Ring {
    private final MappedSections file;
    private final FieldIntegral field;
    private final long firstPoint;
    private final long firstChunk;
    private final int edges;

    MappedRing(MappedSections file, FieldIntegral field, long firstPoint, long firstChunk, int edges) {
        this.file = file;
        this.field = field;
        this.firstPoint = firstPoint;
        this.firstChunk = firstChunk;
        this.edges = edges;
    }

    @Override
    public int edges() {
        return edges;
    }

    @Override
    public double x(int point) {
        return file.points().getAtIndex(DOUBLE, 2 * (firstPoint + point));
    }

    @Override
    public double y(int point) {
        return file.points().getAtIndex(DOUBLE, 2 * (firstPoint + point) + 1);
    }

    @Override
    public double integral(int point) {
        int chunk = StrictMath.min(point / CHUNK, chunks() - 1);
        double sum = file.chunkSums().getAtIndex(DOUBLE, 2 * (firstChunk + chunk));
        for (int i = chunk * CHUNK; i < point; i++) sum += field.edge(x(i), y(i), x(i + 1), y(i + 1));
        return sum;
    }

    @Override
    public double length(int point) {
        int chunk = StrictMath.min(point / CHUNK, chunks() - 1);
        double sum = file.chunkSums().getAtIndex(DOUBLE, 2 * (firstChunk + chunk) + 1);
        for (int i = chunk * CHUNK; i < point; i++) sum += Metric.metres(x(i), y(i), x(i + 1), y(i + 1));
        return sum;
    }

    @Override
    public double west(int chunk) {
        return box(chunk, 0);
    }

    @Override
    public double south(int chunk) {
        return box(chunk, 1);
    }

    @Override
    public double east(int chunk) {
        return box(chunk, 2);
    }

    @Override
    public double north(int chunk) {
        return box(chunk, 3);
    }

    private double box(int chunk, int side) {
        return file.chunkBoxes().getAtIndex(DOUBLE, 4 * (firstChunk + chunk) + side);
    }
}
