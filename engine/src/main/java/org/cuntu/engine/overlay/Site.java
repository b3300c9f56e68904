package org.cuntu.engine.overlay;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.geometry.GeoShape;
import org.cuntu.engine.layer.CompensatedSum;
import org.cuntu.engine.layer.HeapShapes;
import org.cuntu.engine.layer.LocalMetric;
import org.cuntu.engine.layer.References;
import org.cuntu.engine.layer.Shapes;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.measure.FieldIntegral;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;

/**
 * A site made ready to meet many layers: one plot or several, with holes, in EPSG:4490. Plots that share an edge count as
 * they are; plots that overlap count the common ground twice, so they have to be refused before. Immutable and thread safe.
 */
public final class Site {
    private final Geometry geometry;
    private final HeapShapes shapes;
    private final SiteGrid grid;
    private final FieldIntegral field;
    /** At each point of the rings: the running integral (high, low) and the running length since the ring's start. */
    private final double[] runs;

    private final double perimeter;
    private final Queue<Knife> knives = new ConcurrentLinkedQueue<>();
    /** By the coverages' names. */
    private final Map<Object, Double> inside = new ConcurrentHashMap<>();

    private Site(Geometry geometry) {
        if (!(geometry instanceof Polygonal) || geometry.isEmpty())
            throw new IllegalArgumentException(
                    "a site is a polygon or multipolygon, not " + geometry.getGeometryType());
        this.geometry = geometry.copy();
        shapes = HeapShapes.of(geometry);
        if (!(west() >= -180 && east() <= 180 && south() >= -90 && north() <= 90))
            throw new IllegalArgumentException("a site's places are degrees of longitude and latitude");
        grid = new SiteGrid(shapes);
        field = References.at(shapes.reference(0));
        runs = new double[3 * shapes.points()];
        double length = 0;
        for (int ring = 0; ring < shapes.rings(); ring++) {
            run(ring);
            length += shapes.ringLength(ring);
        }
        perimeter = length;
    }

    /**
     * @param geometry polygon or multipolygon in EPSG:4490, edges straight in longitude and latitude; z is not looked at
     * @throws IllegalArgumentException for other or empty geometry, and for places off the globe
     */
    public static Site of(Geometry geometry) {
        return new Site(geometry);
    }

    /** The shape in EPSG:4490, by the one conversion of {@link GeoShape#toGeodetic}. */
    public static Site of(GeoShape shape) {
        return new Site(
                shape.crs().equals(Crs.CGCS2000)
                        ? shape.geometry()
                        : shape.toGeodetic().geometry());
    }

    /** F of the site, m². */
    public double integral() {
        return shapes.integral(0);
    }

    /** The length of its boundary, metres, by {@link LocalMetric}. */
    public double perimeter() {
        return perimeter;
    }

    /** West, south, east, north, degrees. */
    public double[] bounds() {
        return new double[] {west(), south(), east(), north()};
    }

    /** A copy, EPSG:4490. */
    public Geometry geometry() {
        return geometry.copy();
    }

    /** Lends what the site is cut with, to one thread, until {@code work} has its answer. */
    <T> T with(Function<Knife, T> work) {
        Knife idle = knives.poll();
        Knife knife = idle == null ? new Knife(this) : idle;
        T answer = work.apply(knife);
        knives.add(knife);
        return answer;
    }

    /** F(S ∩ C), m², with C the snapshot's coverage; most layers of a city have the same one, and it is cut once. */
    double inside(Snapshot snapshot) {
        Object name = snapshot.coverageName();
        if (name == null) return cutWith(snapshot);
        Double known = inside.get(name);
        if (known != null) return known;
        double measured = cutWith(snapshot);
        inside.put(name, measured);
        return measured;
    }

    private double cutWith(Snapshot snapshot) {
        return with(knife -> {
            knife.pair.cut(snapshot.flatCoverage());
            return knife.pair.integral();
        });
    }

    HeapShapes shapes() {
        return shapes;
    }

    SiteGrid grid() {
        return grid;
    }

    FieldIntegral field() {
        return field;
    }

    /** In hundredths of a degree. */
    int reference() {
        return shapes.reference(0);
    }

    double runHigh(int point) {
        return runs[3 * point];
    }

    double runLow(int point) {
        return runs[3 * point + 1];
    }

    double runLength(int point) {
        return runs[3 * point + 2];
    }

    double west() {
        return shapes.shapeBox(0, Shapes.WEST);
    }

    double south() {
        return shapes.shapeBox(0, Shapes.SOUTH);
    }

    double east() {
        return shapes.shapeBox(0, Shapes.EAST);
    }

    double north() {
        return shapes.shapeBox(0, Shapes.NORTH);
    }

    private void run(int ring) {
        CompensatedSum sum = new CompensatedSum();
        double length = 0;
        int last = shapes.firstPoint(ring + 1) - 1;
        for (int p = shapes.firstPoint(ring); p <= last; p++) {
            runs[3 * p] = sum.high();
            runs[3 * p + 1] = sum.low();
            runs[3 * p + 2] = length;
            if (p == last) return;
            sum.add(field.edge(shapes.x(p), shapes.y(p), shapes.x(p + 1), shapes.y(p + 1)));
            length += LocalMetric.length(shapes.y(p), shapes.x(p + 1) - shapes.x(p), shapes.y(p + 1) - shapes.y(p));
        }
    }
}
