package org.cuntu.demo;

import org.cuntu.engine.measure.SurveyArea;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** One survey patch (图斑) of the synthetic city. */
final class Patch {
    final Polygon polygon;
    final Divisions.Village village;
    final CutLines.Kind kind;
    final Site site;
    final int zone;
    /** Unrounded ellipsoidal area, m². */
    final double raw;
    /** Position in the village, from 1, top left to bottom right: TBBH. */
    int number;
    /** Position in the county, from 1: the serial of BSM. */
    int serial;
    /** TBMJ in hundredths of a square metre. */
    long bookArea;

    Patch(Polygon polygon, Divisions.Village village, CutLines.Kind kind, Site site) {
        this.polygon = polygon;
        this.village = village;
        this.kind = kind;
        this.site = site;
        this.zone = zone(kind, site);
        this.raw = area(polygon);
    }

    String dlbm() {
        return switch (kind) {
            case RAILWAY -> "1001";
            case ROAD -> "1003";
            case STREET -> "1004";
            case RIVER -> "1101";
            case LAND -> site.dlbm();
        };
    }

    /** Whether the patch is built-up ground of a town or city. */
    boolean isTown() {
        String dlbm = dlbm();
        return site.urban() > 0
                && (kind == CutLines.Kind.STREET
                        || dlbm.startsWith("05")
                        || dlbm.startsWith("07")
                        || dlbm.startsWith("08")
                        || dlbm.equals("0601")
                        || dlbm.equals("1201"));
    }

    int slope() {
        return kind == CutLines.Kind.LAND ? site.slope() : 1;
    }

    /** The zone of a face: water and ways are never farmland or villages. */
    static int zone(CutLines.Kind kind, Site site) {
        int zone = site.zone();
        if (kind == CutLines.Kind.LAND || zone == 100 || zone == 420) return zone;
        if (site.urban() > 0) return kind == CutLines.Kind.RIVER ? 430 : zone;
        return kind == CutLines.Kind.RIVER ? 200 : 520;
    }

    /** Unrounded ellipsoidal area of a polygon in degrees, m²: one trapezoid an edge. */
    static double area(Polygon polygon) {
        double sum = ring(polygon.getExteriorRing());
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) sum -= ring(polygon.getInteriorRingN(i));
        return sum;
    }

    private static double ring(LinearRing ring) {
        double[] xy = new double[2 * ring.getNumPoints()];
        for (int i = 0; i < ring.getNumPoints(); i++) {
            xy[2 * i] = ring.getCoordinateSequence().getX(i);
            xy[2 * i + 1] = ring.getCoordinateSequence().getY(i);
        }
        return Math.abs(SurveyArea.geographic(xy));
    }
}
