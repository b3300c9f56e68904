package org.cuntu.engine.format;

import java.util.ArrayList;
import java.util.List;
import org.cuntu.engine.geometry.GeoShape;
import org.cuntu.engine.geometry.ShapeCheck;
import org.cuntu.engine.geometry.SiteAreas;
import org.cuntu.engine.measure.Area;
import org.cuntu.engine.problem.Problem;
import org.cuntu.engine.problem.Problem.Place;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Whether a site may be reviewed: each plot by {@link ShapeCheck}, no two plots over each other, and, as a warning, the
 * stated area within 1 m² + 0.1 % of the legal one (handbook, conformity review 5.3). Plots may overlap by what
 * rounding to millimetres makes: an overlap counts from 0.01 m² and a mean width of 5 mm.
 */
public final class SiteCheck {
    private static final double OVERLAP_AREA = 0.01;
    private static final double OVERLAP_WIDTH = 0.005;
    private static final double METRES_PER_DEGREE = 111_000;
    /** Overlaps beyond this are not looked for: plots may all lie on each other. */
    private static final int MOST_OVERLAPS = 100;

    private final SiteFile site;
    private final List<Problem> problems = new ArrayList<>();

    private SiteCheck(SiteFile site) {
        this.site = site;
    }

    /** All problems, plot by plot, then the first hundred overlaps. {@link SiteReader} has called it already on what it read. */
    public static List<Problem> check(SiteFile site) {
        SiteCheck check = new SiteCheck(site);
        check.run();
        return List.copyOf(check.problems);
    }

    private void run() {
        if (site.plots().isEmpty()) {
            problems.add(Problem.refused("format.no-plots", Place.file(site.name())));
            return;
        }
        List<Plot> sound = new ArrayList<>();
        for (Plot plot : site.plots()) {
            if (!(StrictText.isText(plot.number()) && StrictText.isText(plot.name()) && StrictText.isText(plot.use())))
                problems.add(Problem.refused("format.no-text", Place.file(site.name())));
            List<Problem> found = ShapeCheck.check(plot.shape(), place(plot));
            problems.addAll(found);
            if (found.stream().anyMatch(p -> p.severity() == Problem.Severity.REFUSED)) continue;
            sound.add(plot);
            stated(plot);
        }
        overlaps(sound);
    }

    private Place place(Plot plot) {
        return Place.file(site.name()).plot(plot.number());
    }

    private void stated(Plot plot) {
        if (plot.stated() == null) return;
        Area stated = plot.stated().value();
        Area legal = SiteAreas.legalArea(plot).value();
        double apart = StrictMath.abs(stated.squareMetres() - legal.squareMetres());
        if (apart <= 1 + 0.001 * legal.squareMetres()) return;
        problems.add(Problem.warning(
                "shape.stated-area",
                place(plot),
                "stated",
                stated,
                "legal",
                legal,
                "apart",
                Area.ofSquareMetres(apart)));
    }

    private void overlaps(List<Plot> plots) {
        if (plots.size() < 2) return;
        STRtree index = new STRtree();
        List<Geometry> shapes =
                plots.stream().map(Plot::shape).map(GeoShape::geometry).toList();
        for (int i = 0; i < shapes.size(); i++) index.insert(shapes.get(i).getEnvelopeInternal(), i);
        int before = problems.size();
        for (int i = 0; i < shapes.size(); i++) {
            PreparedGeometry one = PreparedGeometryFactory.prepare(shapes.get(i));
            List<?> near = index.query(shapes.get(i).getEnvelopeInternal());
            for (int j : near.stream().mapToInt(n -> (Integer) n).sorted().toArray()) {
                if (j <= i || !one.intersects(shapes.get(j))) continue;
                overlap(plots, shapes, i, j);
                if (problems.size() - before >= MOST_OVERLAPS) return;
            }
        }
    }

    private void overlap(List<Plot> plots, List<Geometry> shapes, int i, int j) {
        Geometry both = OverlayNGRobust.overlay(shapes.get(i), shapes.get(j), OverlayNG.INTERSECTION);
        if (both.getDimension() < 2) return;
        double area = SiteAreas.legalSquareMetres(GeoShape.of(site.crs(), both));
        double perimeter = both.getLength() * (site.crs().isGeographic() ? METRES_PER_DEGREE : 1);
        if (area <= OVERLAP_AREA || 2 * area / perimeter <= OVERLAP_WIDTH) return;
        Coordinate inside = both.getInteriorPoint().getCoordinate();
        problems.add(Problem.refused(
                "shape.plots-overlap",
                place(plots.get(i)).at(inside.x, inside.y),
                "other",
                plots.get(j).number(),
                "area",
                Area.ofSquareMetres(area)));
    }
}
