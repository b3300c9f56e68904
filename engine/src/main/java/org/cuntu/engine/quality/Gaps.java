package org.cuntu.engine.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.cuntu.engine.layer.FlatShape;
import org.cuntu.engine.layer.LocalMetric;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.matrix.Watch;
import org.cuntu.engine.overlay.PointOnMap;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * Finds gaps by the edges that bound them: the free edges are noded, what runs both ways then is left out (a corner of one feature on the
 * edge of another), and of the faces that are left those are gaps that lie in the coverage and on no feature.
 */
final class Gaps {
    /** The rough area must reach so much of the least, for faces of degrees are no exact squares. */
    private static final double ROUGHLY = 0.9;

    private Gaps() {}

    /**
     * The gaps larger than this, from west to east.
     *
     * @param least m²
     */
    static List<Gap> find(Snapshot layer, List<FreePath> paths, double least, Watch watch) {
        List<Gap> gaps = new ArrayList<>();
        if (paths.isEmpty()) return gaps;
        NodedEdges edges = NodedEdges.of(paths);
        goOn(watch);
        Polygonizer polygonizer = new Polygonizer();
        edges.addTo(polygonizer);
        for (Object face : polygonizer.getPolygons()) {
            goOn(watch);
            // where its rings begin is by chance
            Polygon polygon = (Polygon) ((Polygon) face).norm();
            if (roughArea(polygon) < ROUGHLY * least || !isGap(layer, polygon)) continue;
            FlatShape shape = FlatShape.of(polygon);
            double area = shape.integral();
            if (!(area > least)) continue;
            int[] owners = edges.owners(polygon);
            gaps.add(new Gap(polygon, area, 2 * area / Places.perimeter(shape), owners[0], owners[1]));
        }
        gaps.sort(Comparator.comparing(
                        (Gap gap) -> gap.outline().getEnvelopeInternal().getMinX())
                .thenComparing(gap -> gap.outline().getEnvelopeInternal().getMinY())
                .thenComparing(Gap::area));
        return gaps;
    }

    private static void goOn(Watch watch) {
        if (watch.cancelled()) throw new CancellationException("cancelled");
    }

    private static boolean isGap(Snapshot layer, Polygon face) {
        Point inside = face.getInteriorPoint();
        return !inside.isEmpty()
                && PointOnMap.isCovered(layer, inside.getX(), inside.getY())
                && PointOnMap.features(layer, inside.getX(), inside.getY()).length == 0;
    }

    private static double roughArea(Geometry face) {
        double latitude = face.getEnvelopeInternal().centre().y;
        return face.getArea() * LocalMetric.metresPerLongitude(latitude) * LocalMetric.metresPerLatitude(latitude);
    }
}
