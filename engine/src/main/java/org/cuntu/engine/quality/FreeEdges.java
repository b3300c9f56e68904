package org.cuntu.engine.quality;

import static org.cuntu.engine.layer.Shapes.EAST;
import static org.cuntu.engine.layer.Shapes.NORTH;
import static org.cuntu.engine.layer.Shapes.SOUTH;
import static org.cuntu.engine.layer.Shapes.WEST;

import java.util.Arrays;
import java.util.List;
import org.cuntu.engine.layer.FlatShape;
import org.cuntu.engine.layer.GroupList;
import org.cuntu.engine.layer.Shapes;
import org.jspecify.annotations.Nullable;

/**
 * The edges of a feature that no neighbour runs back along. Inside a coverage each edge is run along twice, once by either feature, in
 * opposite ways: then they cancel, as in any boundary of a boundary. What is left bounds gaps, overlaps and the layer itself; between two
 * vertices it is left as often as one way outnumbers the other, by the features of higher number. Scratch space for one thread.
 */
final class FreeEdges {
    private final EdgeTable edges = new EdgeTable();
    private final EdgeTable others = new EdgeTable();
    private final GroupList groups = new GroupList();
    /** For each edge how many features of lower number run along it, and how many features run back. */
    private int[] along = new int[128];

    private int[] back = new int[128];

    /** Begins with a feature of which all edges are free. */
    void begin(FlatShape shape) {
        edges.fill(shape);
        if (along.length < edges.size()) {
            along = new int[2 * edges.size()];
            back = new int[2 * edges.size()];
        }
        Arrays.fill(along, 0, edges.size(), 0);
        Arrays.fill(back, 0, edges.size(), 0);
    }

    /** Takes a neighbour's edges into account. */
    void meet(FlatShape of, boolean before, FlatShape neighbour) {
        Shapes shapes = neighbour.shapes();
        groups.find(
                shapes, neighbour.shape(), neighbour.tree(), of.box(WEST), of.box(SOUTH), of.box(EAST), of.box(NORTH));
        others.fill(shapes, groups);
        for (int i = 0; i < others.size(); i++) {
            double ax = others.end(i, 0);
            double ay = others.end(i, 1);
            int edge = edges.find(ax, ay, others.end(i, 2), others.end(i, 3));
            if (edge < 0) continue;
            if (!edges.runsFrom(edge, ax, ay)) back[edge]++;
            else if (before) along[edge]++;
        }
    }

    /**
     * What is left.
     *
     * @param rim whose edges, which run the same way, cancel them as well; null: none
     */
    void rest(int feature, @Nullable Rim rim, List<FreePath> rest) {
        PathList paths = new PathList(feature, rest);
        int ring = -1;
        for (int edge = 0; edge < edges.size(); edge++) {
            if (edges.ring(edge) != ring) {
                paths.done();
                ring = edges.ring(edge);
            }
            if (along[edge] < back[edge]) continue;
            double ax = edges.end(edge, 0);
            double ay = edges.end(edge, 1);
            double bx = edges.end(edge, 2);
            double by = edges.end(edge, 3);
            if (rim != null && along[edge] == back[edge] && rim.takes(ax, ay, bx, by)) continue;
            paths.add(ax, ay, bx, by);
        }
        paths.done();
    }
}
