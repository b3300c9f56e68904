package org.cuntu.engine.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.cuntu.engine.layer.FlatShape;

/**
 * The edges of a layer's coverage polygon. A coverage without fault has a feature along each of them; those that have none are free, as
 * edges of what lies outside, so they run backwards. Marked from many threads.
 */
final class Rim {
    private final EdgeTable edges = new EdgeTable();
    private final AtomicIntegerArray taken;

    Rim(FlatShape coverage) {
        edges.fill(coverage);
        taken = new AtomicIntegerArray(edges.size());
    }

    /** Whether this edge of a feature is one of the rim too, and runs the same way; it is then marked. */
    boolean takes(double ax, double ay, double bx, double by) {
        int edge = edges.find(ax, ay, bx, by);
        if (edge < 0 || !edges.runsFrom(edge, ax, ay)) return false;
        taken.set(edge, 1);
        return true;
    }

    /** What no feature runs along. */
    List<FreePath> rest() {
        List<FreePath> rest = new ArrayList<>();
        PathList paths = new PathList(TopologyFinding.NONE, rest);
        for (int edge = edges.size() - 1; edge >= 0; edge--)
            if (taken.get(edge) == 0)
                paths.add(edges.end(edge, 2), edges.end(edge, 3), edges.end(edge, 0), edges.end(edge, 1));
        paths.done();
        return rest;
    }
}
