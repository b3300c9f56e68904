package org.cuntu.engine.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.engine.layer.FlatShape;
import org.cuntu.engine.layer.LocalMetric;
import org.cuntu.engine.layer.Shapes;
import org.cuntu.engine.layer.Snapshot;

/**
 * Looks whether the free edges of a feature agree with those of the neighbouring unit's features (接边): of each pair that almost agrees
 * the place where they are farthest apart. For one thread.
 */
final class BorderProbe {
    private static final int KEPT = 512;

    private final TopologyCheck.EdgesMatch check;
    private final Snapshot neighbours;
    private final FreeEdges free = new FreeEdges();
    private final Map<Integer, List<FreePath>> kept = new LinkedHashMap<>();

    BorderProbe(TopologyCheck.EdgesMatch check) {
        this.check = check;
        neighbours = check.layer();
    }

    /** The worst place between a feature and one neighbour. */
    private static final class Worst {
        double metres;
        double x;
        double y;

        void see(double metres, double x, double y) {
            if (metres <= this.metres) return;
            this.metres = metres;
            this.x = x;
            this.y = y;
        }
    }

    /** @param paths the feature's free edges in its own layer */
    void look(int feature, List<FreePath> paths, List<TopologyFinding> found) {
        double[] box = box(paths);
        double x = check.within() / LocalMetric.metresPerLongitude(box[1]);
        double y = check.within() / LocalMetric.metresPerLatitude(box[1]);
        Map<Integer, Worst> worst = new LinkedHashMap<>();
        for (int other : neighbours.find(box[0] - x, box[1] - y, box[2] + x, box[3] + y)) {
            if (!check.of().accepts(neighbours, other)) continue;
            List<FreePath> theirs = freeOf(other);
            Worst pair = new Worst();
            corners(paths, theirs, pair);
            corners(theirs, paths, pair);
            if (pair.metres > 0) worst.put(other, pair);
        }
        worst.forEach((other, place) -> found.add(new TopologyFinding(
                check,
                feature,
                other,
                place.x,
                place.y,
                new double[] {place.x, place.y, place.x, place.y},
                Double.NaN,
                place.metres,
                Double.NaN,
                null)));
    }

    private void corners(List<FreePath> of, List<FreePath> to, Worst worst) {
        for (FreePath path : of)
            for (int i = 0; i < path.xy().length; i += 2) {
                double metres = distance(path.xy()[i], path.xy()[i + 1], to);
                if (metres > check.same() && metres <= check.within())
                    worst.see(metres, path.xy()[i], path.xy()[i + 1]);
            }
    }

    private double distance(double x, double y, List<FreePath> paths) {
        double best = Double.POSITIVE_INFINITY;
        double perX = LocalMetric.metresPerLongitude(y);
        double perY = LocalMetric.metresPerLatitude(y);
        for (FreePath path : paths) {
            double[] xy = path.xy();
            for (int i = 0; i + 3 < xy.length; i += 2) {
                double ax = (xy[i] - x) * perX;
                double ay = (xy[i + 1] - y) * perY;
                double dx = (xy[i + 2] - xy[i]) * perX;
                double dy = (xy[i + 3] - xy[i + 1]) * perY;
                double t = StrictMath.max(0, StrictMath.min(1, -(ax * dx + ay * dy) / (dx * dx + dy * dy)));
                double ex = ax + t * dx;
                double ey = ay + t * dy;
                best = StrictMath.min(best, ex * ex + ey * ey);
            }
        }
        return StrictMath.sqrt(best);
    }

    private List<FreePath> freeOf(int other) {
        List<FreePath> known = kept.get(other);
        if (known != null) return known;
        if (kept.size() >= KEPT) kept.clear();
        FlatShape shape = neighbours.flat(other);
        free.begin(shape);
        for (int next : neighbours.find(
                shape.box(Shapes.WEST), shape.box(Shapes.SOUTH), shape.box(Shapes.EAST), shape.box(Shapes.NORTH)))
            if (next != other && check.of().accepts(neighbours, next))
                free.meet(shape, next < other, neighbours.flat(next));
        List<FreePath> paths = new ArrayList<>();
        free.rest(other, null, paths);
        kept.put(other, paths);
        return paths;
    }

    private static double[] box(List<FreePath> paths) {
        double[] box = {
            Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY
        };
        for (FreePath path : paths)
            for (int i = 0; i < path.xy().length; i += 2) {
                box[0] = StrictMath.min(box[0], path.xy()[i]);
                box[1] = StrictMath.min(box[1], path.xy()[i + 1]);
                box[2] = StrictMath.max(box[2], path.xy()[i]);
                box[3] = StrictMath.max(box[3], path.xy()[i + 1]);
            }
        return box;
    }
}
