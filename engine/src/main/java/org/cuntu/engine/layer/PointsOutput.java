package org.cuntu.engine.layer;

import static org.cuntu.engine.layer.SnapshotFormat.INT;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;

/** The points of shapes. */
final class PointsOutput implements PartOutput {
    private final SectionOutput points;
    private final boolean whole;
    private final Origin origin;

    /**
     * @param before how many points stand before the first that is put
     * @param whole whether points are whole nanodegrees
     */
    PointsOutput(FileChannel channel, SnapshotLayout layout, int before, boolean whole, Origin origin) {
        this.whole = whole;
        this.origin = origin;
        points = new SectionOutput(channel, layout.offset(SnapshotFormat.POINTS, whole ? 8 : 16, before));
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
    public long flush() throws IOException {
        points.flush();
        return points.position();
    }
}
