package org.cuntu.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.engine.layer.Feature;
import org.cuntu.engine.measure.FieldIntegral;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** The small city of seed 1, made once for all tests, and how to read it. */
final class SmallCity {
    static final DemoCity CITY = SyntheticCity.make(DemoSize.SMALL, 1, Progress.SILENT);
    private static final FieldIntegral INTEGRAL = FieldIntegral.from(24.9);
    private static final Map<String, List<Feature>> FEATURES = new HashMap<>();

    private SmallCity() {}

    static synchronized List<Feature> features(String layer) {
        return FEATURES.computeIfAbsent(layer, code -> CITY.layer(code).features().toList());
    }

    static Object value(String layer, Feature feature, String field) {
        return feature.values().get(CITY.layer(layer).schema().indexOf(field));
    }

    static String text(String layer, Feature feature, String field) {
        return (String) value(layer, feature, field);
    }

    static List<Geometry> geometries(String layer) {
        return features(layer).stream().map(Feature::geometry).toList();
    }

    /** F, m². */
    static double integral(Geometry g) {
        double sum = 0;
        for (Polygon p : Unions.parts(g)) {
            sum += Math.abs(ring(p.getExteriorRing()));
            for (int i = 0; i < p.getNumInteriorRing(); i++) sum -= Math.abs(ring(p.getInteriorRingN(i)));
        }
        return sum;
    }

    static List<Polygon> polygons(String layer) {
        List<Polygon> all = new ArrayList<>();
        for (Geometry g : geometries(layer)) all.addAll(Unions.parts(g));
        return all;
    }

    private static double ring(LinearRing ring) {
        double[] xy = new double[2 * ring.getNumPoints()];
        for (int i = 0; i < ring.getNumPoints(); i++) {
            xy[2 * i] = ring.getCoordinateN(i).x;
            xy[2 * i + 1] = ring.getCoordinateN(i).y;
        }
        return INTEGRAL.ring(xy);
    }
}
