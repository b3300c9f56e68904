package org.cuntu.engine.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.engine.layer.FlatShape;
import org.cuntu.engine.layer.LocalMetric;
import org.cuntu.engine.layer.Shapes;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.matrix.FeatureFilter;

/** The free edges of some features of a layer, made when first asked for and kept while they are near. For one thread. */
final class FreeBorders {
    private static final int KEPT = 512;

    private final Snapshot layer;
    private final FeatureFilter of;
    private final FreeEdges free = new FreeEdges();
    private final Map<Integer, List<FreePath>> kept = new LinkedHashMap<>();

    /** @param of the features that make up the unit */
    FreeBorders(Snapshot layer, FeatureFilter of) {
        this.layer = layer;
        this.of = of;
    }

    /** Those of the unit's features whose boxes come within so many metres of a box: west, south, east, north. Ascending. */
    List<FreePath> near(double[] box, double metres) {
        double x = metres / LocalMetric.metresPerLongitude(box[1]);
        double y = metres / LocalMetric.metresPerLatitude(box[1]);
        List<FreePath> paths = new ArrayList<>();
        for (int feature : layer.find(box[0] - x, box[1] - y, box[2] + x, box[3] + y))
            if (of.accepts(layer, feature)) paths.addAll(of(feature));
        return paths;
    }

    private List<FreePath> of(int feature) {
        List<FreePath> known = kept.get(feature);
        if (known != null) return known;
        if (kept.size() >= KEPT) kept.clear();
        FlatShape shape = layer.flat(feature);
        free.begin(shape);
        for (int next : layer.find(
                shape.box(Shapes.WEST), shape.box(Shapes.SOUTH), shape.box(Shapes.EAST), shape.box(Shapes.NORTH)))
            if (next != feature && of.accepts(layer, next)) free.meet(shape, next < feature, layer.flat(next));
        List<FreePath> paths = new ArrayList<>();
        free.rest(feature, null, paths);
        kept.put(feature, paths);
        return paths;
    }
}
