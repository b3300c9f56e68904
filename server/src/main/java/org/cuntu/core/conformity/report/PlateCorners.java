package org.cuntu.core.conformity.report;

import java.awt.Color;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** Boundary points on a plate, with the numbers that they have in the annex of coordinates. */
final class PlateCorners {
    private static final int NAMED = 60;
    private static final int DOTTED = 600;

    private PlateCorners() {}

    static void draw(PdfSheet sheet, PlateScene scene, PlateFrame frame, PlateMarks marks) {
        int corners = 0;
        for (Geometry plot : scene.site()) corners += plot.getNumPoints();
        boolean several = scene.site().size() > 1;
        for (int p = 0; p < scene.site().size(); p++) {
            Geometry plot = scene.site().get(p);
            if (several) plotNumber(scene, p, plot, frame, marks);
            int number = 0;
            for (int g = 0; g < plot.getNumGeometries(); g++)
                if (plot.getGeometryN(g) instanceof Polygon polygon) {
                    number = ring(sheet, frame, marks, polygon.getExteriorRing().getCoordinates(), number, corners);
                    for (int h = 0; h < polygon.getNumInteriorRing(); h++)
                        number = ring(
                                sheet, frame, marks, polygon.getInteriorRingN(h).getCoordinates(), number, corners);
                }
        }
    }

    private static void plotNumber(PlateScene scene, int p, Geometry plot, PlateFrame frame, PlateMarks marks) {
        Coordinate inside = plot.getInteriorPoint().getCoordinate();
        float[] at = frame.at(inside.x, inside.y);
        marks.name(at[0], at[1], scene.ground.plots().get(p).number(), PdfFace.BOLD, 7.5f, PdfSheet.ACCENT);
    }

    private static int ring(
            PdfSheet sheet, PlateFrame frame, PlateMarks marks, Coordinate[] ring, int before, int corners) {
        float[] middle = {0, 0};
        for (Coordinate c : ring) {
            float[] at = frame.at(c.x, c.y);
            middle[0] += at[0] / ring.length;
            middle[1] += at[1] / ring.length;
        }
        for (int i = 0; i + 1 < ring.length; i++) {
            float[] at = frame.at(ring[i].x, ring[i].y);
            if (corners <= DOTTED) {
                sheet.ink().disc(at[0], at[1], corners <= NAMED ? 2.3f : 1.3f, PdfSheet.ACCENT);
                sheet.ink().disc(at[0], at[1], corners <= NAMED ? 1.4f : 0.7f, Color.WHITE);
            }
            if (corners > NAMED) continue;
            float dx = at[0] - middle[0];
            float dy = at[1] - middle[1];
            float length = Math.max(1, (float) Math.sqrt(dx * dx + dy * dy));
            marks.name(
                    at[0] + dx / length * 11,
                    at[1] + dy / length * 9,
                    "J" + (before + i + 1),
                    PdfFace.TEXT,
                    7.5f,
                    PdfSheet.ACCENT);
        }
        return before + ring.length - 1;
    }
}
