package org.cuntu.engine.layer;

import static org.cuntu.engine.layer.SnapshotFormat.INT;

import java.io.IOException;
import java.lang.foreign.MemorySegment;

/** The points of shapes. */
final class PointsOutput implements PartOutput {
    private final SectionOutput points;
    private final boolean whole;
    private final Origin origin;

    /**
     * @param whole whether points are whole nanodegrees
     */
    PointsOutput(SectionOutput points, boolean whole, Origin origin) {
        this.points = points;
        this.whole = whole;
        this.origin = origin;
    }

    @Override
    public void put(ShapeBytes shape) throws IOException {
        if (whole == shape.whole()) points.put(shape.bytes(), shape.pointsAt(), shape.end() - shape.pointsAt());
        else doubles(shape);
    }

    private void doubles(ShapeBytes shape) throws IOException {
        MemorySegment from = shape.bytes();
        for (long at = shape.pointsAt(); at < shape.end(); at += 8) {
            points.put(Origin.degrees(origin.x(), from.get(INT, at)));
            points.put(Origin.degrees(origin.y(), from.get(INT, at + 4)));
        }
    }

    @Override
    public Written finish() throws IOException {
        return points.finish();
    }
}
