package org.cuntu.engine.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.engine.layer.LocalMetric;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.snapround.SnapRoundingNoder;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * Free edges cut where they meet, on a grid of 1e-12° (a tenth of a micrometre); each is kept as often as one way outnumbers the other, with
 * the features it is of.
 */
final class NodedEdges {
    private static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), 4490);
    private static final PrecisionModel GRID = new PrecisionModel(1e12);

    /** An edge whichever way it runs, from the lesser end. */
    private record Key(double ax, double ay, double bx, double by) {
        static Key of(Coordinate a, Coordinate b) {
            return isForward(a, b) ? new Key(a.x, a.y, b.x, b.y) : new Key(b.x, b.y, a.x, a.y);
        }

        static boolean isForward(Coordinate a, Coordinate b) {
            return a.x < b.x || a.x == b.x && a.y < b.y;
        }
    }

    private static final class Owned {
        int net;
        /** Mostly one, at times two. */
        int[] features = new int[0];
    }

    private final Map<Key, Owned> edges = new LinkedHashMap<>();

    private NodedEdges() {}

    static NodedEdges of(List<FreePath> paths) {
        List<SegmentString> strings = new ArrayList<>();
        for (FreePath path : paths) strings.add(new NodedSegmentString(corners(path.xy()), path.feature()));
        SnapRoundingNoder noder = new SnapRoundingNoder(GRID);
        noder.computeNodes(strings);
        NodedEdges noded = new NodedEdges();
        Collection<?> parts = noder.getNodedSubstrings();
        for (Object part : parts) noded.add((SegmentString) part);
        noded.edges.values().removeIf(edge -> edge.net == 0);
        return noded;
    }

    private static Coordinate[] corners(double[] xy) {
        Coordinate[] corners = new Coordinate[xy.length / 2];
        for (int i = 0; i < corners.length; i++) corners[i] = new Coordinate(xy[2 * i], xy[2 * i + 1]);
        return corners;
    }

    private void add(SegmentString part) {
        int feature = (Integer) part.getData();
        Coordinate[] corners = part.getCoordinates();
        for (int i = 1; i < corners.length; i++) {
            if (corners[i - 1].equals2D(corners[i])) continue;
            Owned edge = edges.computeIfAbsent(Key.of(corners[i - 1], corners[i]), key -> new Owned());
            edge.net += Key.isForward(corners[i - 1], corners[i]) ? 1 : -1;
            edge.features = Arrays.copyOf(edge.features, edge.features.length + 1);
            edge.features[edge.features.length - 1] = feature;
        }
    }

    void addTo(Polygonizer polygonizer) {
        for (Key key : edges.keySet())
            polygonizer.add(FACTORY.createLineString(
                    new Coordinate[] {new Coordinate(key.ax, key.ay), new Coordinate(key.bx, key.by)}));
    }

    /** The two features that bound most of a face, the one that bounds more first; of equals that of the lower number. */
    int[] owners(Polygon face) {
        Map<Integer, Double> lengths = new HashMap<>();
        ring(face.getExteriorRing(), lengths);
        for (int h = 0; h < face.getNumInteriorRing(); h++) ring(face.getInteriorRingN(h), lengths);
        lengths.remove(TopologyFinding.NONE);
        int[] most = {TopologyFinding.NONE, TopologyFinding.NONE};
        lengths.entrySet().stream()
                .sorted(Map.Entry.<Integer, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(2)
                .map(Map.Entry::getKey)
                .forEach(feature -> most[most[0] == TopologyFinding.NONE ? 0 : 1] = feature);
        return most;
    }

    private void ring(LinearRing ring, Map<Integer, Double> lengths) {
        Coordinate[] corners = ring.getCoordinates();
        for (int i = 1; i < corners.length; i++) {
            Coordinate a = corners[i - 1];
            Coordinate b = corners[i];
            Owned edge = edges.get(Key.of(a, b));
            if (edge == null) continue;
            double length = LocalMetric.length(a.y, b.x - a.x, b.y - a.y);
            for (int feature : edge.features) lengths.merge(feature, length, Double::sum);
        }
    }
}
