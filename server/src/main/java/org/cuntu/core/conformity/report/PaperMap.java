package org.cuntu.core.conformity.report;

import java.awt.Color;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cuntu.core.conformity.internal.ReviewWords;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.layer.Snapshot;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * A map plate (图幅) on a sheet of any paper: double frame, kilometre grid, scale bar, north and legend as in the review's report, vectors
 * throughout. Made at the sheet's present height; {@link #finish} brings the sheet below it. For one thread.
 */
public final class PaperMap {
    private static final float TITLE = 14;
    private static final float GRID = 18;

    /** What layers and classes are called in the paper's language. */
    public interface Names {
        String layer(String code);

        String landClass(String scheme, String code);
    }

    /** The shape of a place's mark: what it is about can be told without colour. */
    public enum Sign {
        DISC,
        SQUARE,
        DIAMOND,
        TRIANGLE,
        CROSS
    }

    /**
     * Where a plate stands.
     *
     * @param x left edge, points
     * @param width of all of it with the figures of its grid
     * @param height of the picture alone
     */
    public record Room(float x, float width, float height) {
        /** Over the whole width of a sheet. */
        public static Room whole(PdfSheet sheet, float height) {
            return new Room(sheet.left(), sheet.room(), height);
        }

        /** One of two that stand beside each other. */
        public static Room half(PdfSheet sheet, int column, float height) {
            float width = (sheet.room() - 16) / 2;
            return new Room(sheet.left() + column * (width + 16), width, height);
        }
    }

    private final PdfSheet sheet;
    private final Locale locale;
    private final Room room;
    private final PlateFrame frame;
    private final PlateMarks marks;
    private final PlateBrush brush;
    private final LayerPainter layers;

    /**
     * @param around what is to be seen whole, EPSG:4490; not empty
     * @param least no scale larger than this
     * @param fill how much of the picture it may take, of 1
     */
    public PaperMap(
            PdfSheet sheet,
            Locale locale,
            Map<String, Snapshot> snapshots,
            Names names,
            List<Geometry> around,
            int least,
            double fill,
            Room room) {
        this.sheet = sheet;
        this.locale = locale;
        this.room = room;
        Crs plane = PlateFrame.plane(Crs.CGCS2000, around);
        frame = PlateFrame.around(
                plane,
                around,
                least,
                fill,
                room.x() + GRID,
                sheet.y + TITLE + GRID,
                room.width() - GRID - 4,
                room.height());
        marks = new PlateMarks(sheet, frame);
        brush = new PlateBrush(sheet);
        layers = new LayerPainter(sheet, snapshots, new Called(names), frame, marks);
        sheet.ink().fill(frame.x(), frame.y(), frame.width(), frame.height(), Color.WHITE);
    }

    private record Called(Names names) implements LayerPainter.Names {
        @Override
        public String layerName(String code) {
            return names.layer(code);
        }

        @Override
        public String className(String scheme, String code) {
            return code.isEmpty() ? "–" : names.landClass(scheme, code);
        }
    }

    /** How high a plate is without its legend. */
    public static float height(float picture) {
        return TITLE + GRID + picture + 10;
    }

    /** A layer as it looks on the map; left out where it has more features in the frame than can be told apart. */
    public void layer(String code) {
        layers.layer(code, every -> true);
    }

    /** Names of a layer's features inside of them. */
    public void names(String code, String field, float size) {
        layers.names(code, field, size);
    }

    /** Ground that is wrong, or should be looked at. */
    public void ground(Geometry shape, boolean refused) {
        List<float[]> rings = PlatePath.of(shape, frame);
        if (!rings.isEmpty()) sheet.ink().within(frame.edge(), () -> brush.conflict(rings, verdict(refused), false));
    }

    /** The edge of some ground, over the layers. */
    public void outline(Geometry shape, String text) {
        List<float[]> rings = PlatePath.of(shape, frame);
        if (rings.isEmpty()) return;
        sheet.ink().within(frame.edge(), () -> {
            sheet.ink().strokeRings(rings, Color.WHITE, 3);
            sheet.ink().strokeRings(rings, PdfSheet.ACCENT, 1.4f);
        });
        layers.legend.add("outline", text, (x, top, width, height) -> sheet.ink()
                .line(x, top + height / 2, x + width, top + height / 2, PdfSheet.ACCENT, 1.6f));
    }

    /** A place with its sign. */
    public void place(double longitude, double latitude, Sign sign, boolean refused) {
        float[] at = frame.at(longitude, latitude);
        if (frame.holds(at[0], at[1], 2)) sign(at[0], at[1], 2.4f, sign, PdfNumbers.colour(verdict(refused)));
    }

    /** A number at a place, with a line to it where it has to give way. */
    public void number(double longitude, double latitude, String number, boolean refused) {
        float[] at = frame.at(longitude, latitude);
        marks.number(at[0], at[1], number, verdict(refused));
    }

    /** Says in the legend what a sign means. */
    public void explain(Sign sign, boolean refused, String text) {
        layers.legend.add(
                sign + " " + refused,
                text,
                (x, top, width, height) ->
                        sign(x + width / 2, top + height / 2, 2.8f, sign, PdfNumbers.colour(verdict(refused))));
    }

    private static String verdict(boolean refused) {
        return refused ? "FAIL" : "CONDITIONAL";
    }

    private void sign(float x, float y, float r, Sign sign, Color colour) {
        PdfInk ink = sheet.ink();
        switch (sign) {
            case DISC -> ink.disc(x, y, r, colour);
            case SQUARE -> ink.fill(x - r, y - r, 2 * r, 2 * r, colour);
            case DIAMOND ->
                ink.fillRings(
                        List.of(new float[] {x, y - 1.4f * r, x + 1.4f * r, y, x, y + 1.4f * r, x - 1.4f * r, y}),
                        colour);
            case TRIANGLE ->
                ink.fillRings(List.of(new float[] {x, y - 1.3f * r, x + 1.3f * r, y + r, x - 1.3f * r, y + r}), colour);
            case CROSS -> {
                ink.line(x - r, y - r, x + r, y + r, colour, 1.2f);
                ink.line(x - r, y + r, x + r, y - r, colour, 1.2f);
            }
        }
    }

    /**
     * Frame, grid, scale and north, the title above; the sheet goes on below when the plate is as wide as it.
     *
     * @param caption below the picture; empty for none
     * @param legend whether the legend stands below
     * @return whether every layer that was asked for is drawn
     */
    public boolean finish(String title, String caption, boolean legend) {
        float top = sheet.y;
        String plane = ReviewWords.in(
                locale, "plate.plane", Map.of("zone", String.valueOf(frame.crs().zone())));
        float size = room.width() < sheet.room() ? 7.5f : 8;
        float taken = sheet.fonts.width(plane, PdfFace.TEXT, size - 1) + 8;
        sheet.ink()
                .text(
                        room.x(),
                        top + 10,
                        sheet.shortened(title, PdfFace.BOLD, size + 1, room.width() - (legend ? taken : 0)),
                        PdfFace.BOLD,
                        size + 1,
                        PdfSheet.INK);
        if (legend) sheet.toRight(room.x() + room.width(), top + 10, plane, PdfFace.TEXT, size - 1, PdfSheet.FAINT);
        new PlateFurniture(sheet, frame, key -> ReviewWords.in(locale, key)).draw();
        if (!caption.isEmpty())
            sheet.ink()
                    .text(
                            frame.x(),
                            frame.y() + frame.height() + 13,
                            sheet.shortened(caption, PdfFace.TEXT, 7, frame.width()),
                            PdfFace.TEXT,
                            7,
                            PdfSheet.SOFT);
        if (legend) {
            sheet.y = frame.y() + frame.height() + 9;
            layers.legend.print(sheet);
        }
        return layers.leftOut.isEmpty();
    }

    /** A box in degrees as a shape: west, south, east, north; what is only a point gets a little ground. */
    public static Geometry box(double[] bounds) {
        double grow = 0.00005;
        Coordinate[] ring = {
            new Coordinate(bounds[0] - grow, bounds[1] - grow),
            new Coordinate(bounds[2] + grow, bounds[1] - grow),
            new Coordinate(bounds[2] + grow, bounds[3] + grow),
            new Coordinate(bounds[0] - grow, bounds[3] + grow),
            new Coordinate(bounds[0] - grow, bounds[1] - grow)
        };
        return new org.locationtech.jts.geom.GeometryFactory().createPolygon(ring);
    }
}
