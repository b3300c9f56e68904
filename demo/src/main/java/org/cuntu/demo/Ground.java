package org.cuntu.demo;

import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/** The mended counties with fast "which county is here". */
final class Ground {
    final Outlines outlines;
    final Geometry city;
    private final List<IndexedPointInAreaLocator> counties;
    private final IndexedPointInAreaLocator inCity;

    Ground(Outlines outlines) {
        this.outlines = outlines;
        this.city = outlines.city();
        this.counties =
                outlines.counties().stream().map(IndexedPointInAreaLocator::new).toList();
        this.inCity = new IndexedPointInAreaLocator(city);
    }

    /** The county's index, or -1 outside the city; metres of the {@link Frame}. */
    int county(double x, double y) {
        return countyAt(new Coordinate(Frame.lon(x), Frame.lat(y)));
    }

    /** The county's index, or -1 outside the city; degrees. */
    int countyAt(Coordinate p) {
        if (inCity.locate(p) == Location.EXTERIOR) return -1;
        for (int c = 0; c < counties.size(); c++) if (counties.get(c).locate(p) != Location.EXTERIOR) return c;
        return -1;
    }

    boolean inCounty(int county, double x, double y) {
        return counties.get(county).locate(new Coordinate(Frame.lon(x), Frame.lat(y))) == Location.INTERIOR;
    }

    boolean inCity(double x, double y) {
        return inCity.locate(new Coordinate(Frame.lon(x), Frame.lat(y))) == Location.INTERIOR;
    }

    /** West, south, east, north in metres, with a margin. */
    double[] box(double margin) {
        return box(city, margin);
    }

    double[] countyBox(int county) {
        return box(outlines.counties().get(county), 0);
    }

    private static double[] box(Geometry g, double margin) {
        Envelope e = g.getEnvelopeInternal();
        return new double[] {
            Frame.x(e.getMinX()) - margin,
            Frame.y(e.getMinY()) - margin,
            Frame.x(e.getMaxX()) + margin,
            Frame.y(e.getMaxY()) + margin
        };
    }
}
