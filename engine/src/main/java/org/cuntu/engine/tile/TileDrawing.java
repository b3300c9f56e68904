package org.cuntu.engine.tile;

import org.cuntu.engine.layer.FlatShape;
import org.cuntu.engine.layer.LayerKind;
import org.cuntu.engine.layer.Snapshot;

/** Draws a snapshot's features into one tile: reads, snaps, cuts at the buffer, proves the rings or mends them. For one thread. */
final class TileDrawing {
    /** A layer of no more features keeps every small one. */
    static final int FEW = 2_000;

    private final Snapshot snapshot;
    private final TileFrame frame;
    private final Rings rings = new Rings();
    private final EdgeContacts contacts = new EdgeContacts();
    private final RingCheck check = new RingCheck(contacts);
    private final DrawnShapes shapes = new DrawnShapes();

    TileDrawing(Snapshot snapshot, TileFrame frame) {
        this.snapshot = snapshot;
        this.frame = frame;
    }

    /** All features on the grid of a step; what is returned stands until the next call. */
    DrawnShapes draw(int step) {
        shapes.clear();
        FeatureReader reader = new FeatureReader(frame, step);
        for (int feature : reader.find(snapshot)) {
            FlatShape shape = snapshot.flat(feature);
            reader.read(shape, rings);
            if (rings.count() > 0 && !check.proves(rings)) RingMender.mend(rings, contacts);
            if (rings.count() == 0) square(feature, shape, reader, step);
            if (rings.count() > 0) shapes.add(feature, rings);
        }
        return shapes;
    }

    /** What stands for a feature of which the grid has left nothing. */
    private void square(int feature, FlatShape shape, FeatureReader reader, int step) {
        if (snapshot.schema().kind() == LayerKind.COVERAGE || !reader.holds(shape)) return;
        int side = StrictMath.max(step, TileFrame.PIXEL);
        double odds = snapshot.size() <= FEW ? 1 : reader.doubledGround(shape) / (2.0 * side * side);
        if (turn(feature) < odds) reader.square(shape, side, rings);
    }

    /** Spreads the features' numbers, which follow the ground, evenly over 0…1 (multiples of the golden section). */
    private static double turn(int feature) {
        return (feature * 0x9E3779B97F4A7C15L >>> 11) * 0x1p-53;
    }
}
