package org.cuntu.engine.quality;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cuntu.engine.layer.LocalMetric;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.matrix.FeatureFilter;

/**
 * Looks whether the borders of two units agree (接边): a vertex of either side counts for the feature of the other side whose free edges
 * are nearest to it, of those that are as near the one of the lower number. Where that nearest place is on the vertex's own side too the
 * border ends there, or turns off, and the vertex is none of it. Of each pair of features the place is named where they are farthest
 * apart. For one thread.
 */
final class BorderProbe {
    private final TopologyCheck.EdgesMatch check;
    private final FreeBorders own;
    private final FreeBorders neighbours;

    BorderProbe(Snapshot layer, TopologyCheck.EdgesMatch check) {
        this.check = check;
        own = new FreeBorders(layer, FeatureFilter.all());
        neighbours = new FreeBorders(check.layer(), check.of());
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

    /** The nearest place: of which feature, how far off, and where. */
    private record Nearest(int feature, double metres, double x, double y) {}

    /** @param paths the feature's free edges in its own layer */
    void look(int feature, List<FreePath> paths, List<TopologyFinding> found) {
        double[] box = box(paths);
        List<FreePath> theirs = neighbours.near(box, check.within());
        if (theirs.isEmpty()) return;
        Map<Integer, Worst> worst = new TreeMap<>();
        for (FreePath path : paths)
            for (int i = 0; i < path.xy().length; i += 2) {
                double x = path.xy()[i];
                double y = path.xy()[i + 1];
                Nearest nearest = nearest(x, y, theirs);
                if (isOff(nearest.metres) && !isOn(own, nearest)) see(worst, nearest.feature, nearest.metres, x, y);
            }
        for (FreePath path : theirs)
            for (int i = 0; i < path.xy().length; i += 2) {
                double x = path.xy()[i];
                double y = path.xy()[i + 1];
                Nearest nearest = nearest(x, y, paths);
                if (isOff(nearest.metres) && isNearest(feature, x, y) && !isOn(neighbours, nearest))
                    see(worst, path.feature(), nearest.metres, x, y);
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

    private boolean isOff(double metres) {
        return metres > check.same() && metres <= check.within();
    }

    private static void see(Map<Integer, Worst> worst, int other, double metres, double x, double y) {
        worst.computeIfAbsent(other, pair -> new Worst()).see(metres, x, y);
    }

    /** Whether of all the layer's features this one is nearest to a place, and of those that are as near the first. */
    private boolean isNearest(int feature, double x, double y) {
        return nearest(x, y, own.near(new double[] {x, y, x, y}, check.within())).feature == feature;
    }

    /** Whether a place lies on the borders of a unit. */
    private boolean isOn(FreeBorders unit, Nearest place) {
        double[] box = {place.x, place.y, place.x, place.y};
        return nearest(place.x, place.y, unit.near(box, check.same())).metres <= check.same();
    }

    private static Nearest nearest(double x, double y, List<FreePath> paths) {
        double atX = x;
        double atY = y;
        double best = Double.POSITIVE_INFINITY;
        int feature = TopologyFinding.NONE;
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
                double square = ex * ex + ey * ey;
                if (square < best || square == best && path.feature() < feature) {
                    best = square;
                    feature = path.feature();
                    atX = xy[i] + t * (xy[i + 2] - xy[i]);
                    atY = xy[i + 1] + t * (xy[i + 3] - xy[i + 1]);
                }
            }
        }
        return new Nearest(feature, StrictMath.sqrt(best), atX, atY);
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
