package org.cuntu.engine.matrix;

import static org.cuntu.engine.layer.Shapes.EAST;
import static org.cuntu.engine.layer.Shapes.NORTH;
import static org.cuntu.engine.layer.Shapes.SOUTH;
import static org.cuntu.engine.layer.Shapes.WEST;

import org.cuntu.engine.layer.FlatShape;
import org.cuntu.engine.layer.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * The features of a layer whose boxes meet that of a patch. Patches come along the Hilbert curve: {@value #RUN} of them lie close
 * together, so the layer's tree is asked once for all and the few found are looked at for each. A run that finds very many (one huge
 * patch is enough) asks the tree for each. The answer is the same either way, ascending. For one thread.
 */
public final class Nearby {
    /** Patches that are asked for together. */
    public static final int RUN = 32;

    private static final int MOST = 256;

    private final Snapshot layer;
    private final double[] boxes = new double[4 * MOST];
    private int[] found = new int[MOST];
    private int @Nullable [] run;

    public Nearby(Snapshot layer) {
        this.layer = layer;
    }

    /** Begins a run of patches within this box: west, south, east, north. */
    public void begin(double[] box) {
        run = layer.find(box[0], box[1], box[2], box[3]);
        if (run.length > MOST) {
            run = null;
            return;
        }
        for (int i = 0; i < run.length; i++) {
            FlatShape shape = layer.flat(run[i]);
            for (int side = 0; side < 4; side++) boxes[4 * i + side] = shape.box(side);
        }
    }

    /** Finds what meets a patch of the run; returns how many there are. */
    public int find(FlatShape patch) {
        double west = patch.box(WEST);
        double south = patch.box(SOUTH);
        double east = patch.box(EAST);
        double north = patch.box(NORTH);
        if (run == null) {
            found = layer.find(west, south, east, north);
            return found.length;
        }
        if (found.length < run.length) found = new int[MOST];
        int count = 0;
        for (int i = 0; i < run.length; i++) {
            int at = 4 * i;
            if (boxes[at + WEST] <= east
                    && boxes[at + EAST] >= west
                    && boxes[at + SOUTH] <= north
                    && boxes[at + NORTH] >= south) found[count++] = run[i];
        }
        return count;
    }

    /** The feature found at this place. */
    public int feature(int at) {
        return found[at];
    }
}
