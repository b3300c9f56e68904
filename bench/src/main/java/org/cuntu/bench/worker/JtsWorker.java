package org.cuntu.bench.worker;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.cuntu.bench.city.ShapeFile;
import org.cuntu.engine.measure.FieldIntegral;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * JTS as it is used well: everything in memory, an STRtree, the site prepared, a shape that the site covers counted with
 * its stored area, OverlayNGRobust for the rest. Areas are F, so that each piece can be compared.
 */
final class JtsWorker {
    private record Item(int id, String code, Geometry geometry, double area) {}

    private final Map<String, STRtree> layers = new HashMap<>();
    private List<Geometry> sites = List.of();

    void register(Worker worker) {
        worker.on("load", w -> load(w[0], Path.of(w[1])));
        worker.on("sites", w -> sites(Path.of(w[0])));
        worker.on("areas", w -> Map.of("nanos", areas(w)));
        worker.on("pieces", w -> pieces(Integer.parseInt(w[0]), Arrays.copyOfRange(w, 1, w.length)));
    }

    private Object load(String name, Path file) {
        STRtree tree = new STRtree();
        ShapeFile.read(
                file,
                e -> tree.insert(
                        e.geometry().getEnvelopeInternal(),
                        new Item(e.id(), e.code(), e.geometry(), integral(e.geometry()))));
        tree.build();
        layers.put(name, tree);
        return Map.of("features", tree.size());
    }

    private Object sites(Path file) {
        List<Geometry> read = new ArrayList<>();
        ShapeFile.read(file, entry -> read.add(entry.geometry()));
        sites = read;
        return Map.of("sites", read.size());
    }

    private long[] areas(String[] names) {
        long[] nanos = new long[sites.size()];
        for (int s = 0; s < nanos.length; s++) {
            long start = System.nanoTime();
            PreparedGeometry site = PreparedGeometryFactory.prepare(sites.get(s));
            for (String name : names) {
                Map<String, Double> sums = new HashMap<>();
                cut(site, name, (item, area) -> sums.merge(item.code, area, Double::sum));
            }
            nanos[s] = System.nanoTime() - start;
        }
        return nanos;
    }

    private Object pieces(int most, String[] names) {
        List<Object> pieces = new ArrayList<>();
        for (int s = 0; s < StrictMath.min(most, sites.size()); s++) {
            int at = s;
            PreparedGeometry site = PreparedGeometryFactory.prepare(sites.get(s));
            for (int l = 0; l < names.length; l++) {
                int layer = l;
                cut(site, names[l], (item, area) -> pieces.add(List.of(at, layer, item.id, area)));
            }
        }
        return Map.of("pieces", pieces);
    }

    private void cut(PreparedGeometry site, String name, BiConsumer<Item, Double> taker) {
        STRtree tree = layers.get(name);
        if (tree == null) throw new IllegalStateException("not loaded: " + name);
        for (Object found : tree.query(site.getGeometry().getEnvelopeInternal())) {
            Item item = (Item) found;
            if (site.covers(item.geometry)) {
                taker.accept(item, item.area);
            } else if (site.intersects(item.geometry)) {
                Geometry common = OverlayNGRobust.overlay(site.getGeometry(), item.geometry, OverlayNG.INTERSECTION);
                taker.accept(item, integral(common));
            }
        }
    }

    private static double integral(Geometry geometry) {
        double sum = 0;
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (!(geometry.getGeometryN(i) instanceof Polygon polygon) || polygon.isEmpty()) continue;
            sum += ring(polygon.getExteriorRing());
            for (int h = 0; h < polygon.getNumInteriorRing(); h++) sum -= ring(polygon.getInteriorRingN(h));
        }
        return sum;
    }

    private static final FieldIntegral FIELD = FieldIntegral.from(24.33);

    private static double ring(LinearRing ring) {
        double[] flat = new double[2 * ring.getNumPoints()];
        for (int i = 0; i < ring.getNumPoints(); i++) {
            flat[2 * i] = ring.getCoordinateSequence().getX(i);
            flat[2 * i + 1] = ring.getCoordinateSequence().getY(i);
        }
        double sum = FIELD.ring(flat);
        return StrictMath.abs(sum);
    }
}
