package org.cuntu.engine.overlay;

import static org.cuntu.engine.layer.Shapes.EAST;
import static org.cuntu.engine.layer.Shapes.NORTH;
import static org.cuntu.engine.layer.Shapes.SOUTH;
import static org.cuntu.engine.layer.Shapes.WEST;

import org.cuntu.engine.layer.HeapShapes;
import org.cuntu.engine.layer.LocalMetric;
import org.cuntu.engine.layer.Shapes;

/**
 * The length of open paths within a site. As for areas no crossing has to be put in order: where the path leaves the site its
 * length so far counts, where it enters it is taken off, and when its end lies inside, all of its length counts. For one thread.
 */
final class PathCut {
    private final HeapShapes site;
    private final LoadedChunk p = new LoadedChunk();
    private final LoadedChunk s = new LoadedChunk();
    private double metres;
    private boolean meets;

    PathCut(Site site) {
        this.site = site.shapes();
    }

    void cut(Shapes shapes, int feature) {
        metres = 0;
        meets = false;
        p.clear();
        s.clear();
        for (int path = shapes.firstRing(feature); path < shapes.firstRing(feature + 1); path++) {
            for (int chunk = shapes.firstChunk(path); chunk < shapes.firstChunk(path + 1); chunk++)
                if (shapes.chunkMeets(
                        chunk,
                        site.shapeBox(0, WEST),
                        site.shapeBox(0, SOUTH),
                        site.shapeBox(0, EAST),
                        site.shapeBox(0, NORTH))) cutChunk(shapes, path, chunk);
            int end = shapes.firstPoint(path + 1) - 1;
            if (Winding.southWestOf(site, 0, shapes.x(end), shapes.y(end)) == 0) continue;
            meets = true;
            metres += shapes.ringLength(path);
        }
    }

    double metres() {
        return StrictMath.max(0, metres);
    }

    boolean meets() {
        return meets;
    }

    private void cutChunk(Shapes shapes, int path, int chunk) {
        p.load(shapes, path, chunk);
        for (int ring = 0; ring < site.rings(); ring++)
            for (int c = site.firstChunk(ring); c < site.firstChunk(ring + 1); c++) {
                if (!site.chunkMeets(
                        c,
                        shapes.chunkBox(chunk, WEST),
                        shapes.chunkBox(chunk, SOUTH),
                        shapes.chunkBox(chunk, EAST),
                        shapes.chunkBox(chunk, NORTH))) continue;
                s.load(site, ring, c);
                for (int k = 0; k < p.edges(); k++) for (int a = 0; a < s.edges(); a++) cross(shapes, k, a);
            }
    }

    private void cross(Shapes shapes, int k, int a) {
        double px = p.x[k];
        double py = p.y[k];
        double qx = p.x[k + 1];
        double qy = p.y[k + 1];
        int crossing = EdgeCrossing.of(px, py, qx, qy, s.x[a], s.y[a], s.x[a + 1], s.y[a + 1]);
        if (crossing == EdgeCrossing.APART) return;
        meets = true;
        if (crossing == EdgeCrossing.TOUCHES) return;
        double fromP = Side.value(s.x[a], s.y[a], s.x[a + 1], s.y[a + 1], px, py);
        double fromQ = Side.value(s.x[a], s.y[a], s.x[a + 1], s.y[a + 1], qx, qy);
        double t = fromP / (fromP - fromQ);
        t = t > 0 ? StrictMath.min(1, t) : 0;
        double along = shapes.runLength(p.chunk());
        for (int i = 0; i < k; i++) along += LocalMetric.length(p.y[i], p.x[i + 1] - p.x[i], p.y[i + 1] - p.y[i]);
        along += LocalMetric.length(py, t * (qx - px), t * (qy - py));
        metres -= crossing * along;
    }
}
