package org.cuntu.demo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.overlayng.CoverageUnion;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * The county outlines as a clean coverage: all lines are noded on the source's own 1e-6° grid, each face goes to its
 * county, an overlap to the county it borders on longest, a gap likewise.
 *
 * @param counties in the order of their codes
 * @param crumbs faces below a hectare or so that hang on their county by a point: digitising errors
 * @param gaps faces that no county claimed
 * @param overlaps faces that more than one claimed
 */
record Outlines(List<Geometry> counties, int gaps, int overlaps, int crumbs, double mendedSquareMetres) {
    /** Square metres. */
    private static final double CRUMB = 20_000;

    static Outlines mend(Divisions divisions) {
        Map<String, List<Polygon>> drawn = Sources.countyOutlines();
        List<Geometry> all = new ArrayList<>();
        List<IndexedPointInAreaLocator> locators = new ArrayList<>();
        for (Divisions.County county : divisions.counties()) {
            Geometry parts = Sources.FACTORY.buildGeometry(drawn.get(county.code()));
            all.add(parts);
            locators.add(new IndexedPointInAreaLocator(parts));
        }
        List<Polygon> faces = faces(all);
        int[] owner = new int[faces.size()];
        List<Integer> open = new ArrayList<>();
        int gaps = 0;
        int overlaps = 0;
        int crumbs = 0;
        double mended = 0;
        for (int f = 0; f < owner.length; f++) {
            int claims = claims(faces.get(f), locators);
            double area = faces.get(f).getArea() * Frame.KX * Frame.KY;
            boolean crumb = area < CRUMB;
            owner[f] = Integer.bitCount(claims) == 1 && !crumb ? Integer.numberOfTrailingZeros(claims) : -1;
            if (owner[f] >= 0) continue;
            open.add(f);
            mended += area;
            if (Integer.bitCount(claims) == 1) crumbs++;
            else if (claims == 0) gaps++;
            else overlaps++;
        }
        while (!open.isEmpty()) {
            int before = open.size();
            int[] known = owner.clone();
            open.removeIf(f -> (owner[f] = longestBorder(f, faces, known)) >= 0);
            // what is left hangs outside the city by a point: it is dropped
            if (open.size() == before) break;
        }
        List<Geometry> counties = new ArrayList<>();
        for (int c = 0; c < all.size(); c++) {
            List<Polygon> mine = new ArrayList<>();
            for (int f = 0; f < owner.length; f++) if (owner[f] == c) mine.add(faces.get(f));
            counties.add(CoverageUnion.union(Sources.FACTORY.buildGeometry(mine)));
        }
        return new Outlines(List.copyOf(counties), gaps, overlaps, crumbs, mended);
    }

    Geometry city() {
        return CoverageUnion.union(Sources.FACTORY.buildGeometry(counties));
    }

    private static List<Polygon> faces(List<Geometry> drawn) {
        List<Geometry> lines = new ArrayList<>();
        for (Geometry g : drawn)
            for (int i = 0; i < g.getNumGeometries(); i++)
                lines.add(g.getGeometryN(i).getBoundary());
        Geometry noded = UnaryUnionNG.union(Sources.FACTORY.buildGeometry(lines), new PrecisionModel(1e6));
        Polygonizer polygonizer = new Polygonizer();
        polygonizer.add(noded);
        @SuppressWarnings("unchecked")
        Collection<Polygon> polygons = polygonizer.getPolygons();
        List<Polygon> faces = new ArrayList<>(polygons);
        faces.forEach(Geometry::normalize);
        faces.sort(Geometry::compareTo);
        return faces;
    }

    private static int claims(Polygon face, List<IndexedPointInAreaLocator> locators) {
        Coordinate inside = face.getInteriorPoint().getCoordinate();
        int claims = 0;
        for (int c = 0; c < locators.size(); c++)
            if (locators.get(c).locate(inside) != Location.EXTERIOR) claims |= 1 << c;
        return claims;
    }

    private static int longestBorder(int f, List<Polygon> faces, int[] owner) {
        Polygon face = faces.get(f);
        double[] border = new double[32];
        for (int g = 0; g < faces.size(); g++) {
            if (owner[g] < 0 || !faces.get(g).getEnvelopeInternal().intersects(face.getEnvelopeInternal())) continue;
            border[owner[g]] += face.getBoundary().intersection(faces.get(g).getBoundary()).getLength();
        }
        int best = -1;
        for (int c = 0; c < border.length; c++)
            if (border[c] > 0 && (best < 0 || border[c] > border[best])) best = c;
        return best;
    }
}
