package org.cuntu.engine.format;

import java.util.ArrayList;
import java.util.List;
import org.cuntu.engine.geometry.RingNesting;
import org.cuntu.engine.layer.Dimension;
import org.cuntu.engine.problem.Problem;
import org.cuntu.engine.problem.Problem.Place;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;

/**
 * Boundary points, one a row, as plots: rows one after another with the same plot are one feature, those with the same
 * ring one ring; a ring that does not return to its first point is closed, as in plot files. Without a column of plots each
 * row is a point, which is a feature where points are wanted and else no area. One reading each.
 */
final class CsvPlots {
    /** Takes a plot: its number, its first row, its shape or null with problems in {@code own}. */
    interface Taker {
        void plot(int number, List<String> first, @Nullable Geometry shape, Findings own);
    }

    /** Beyond these an unprefixed easting or a longitude can be no northing or latitude. */
    private static final double LARGEST_NORTHING = 6_100_000;

    private static final double SMALLEST_NORTHING = 330_000;
    private static final double LARGEST_EASTING = 1_000_000;

    private final CsvColumns columns;
    private final String file;
    private final Outlines outlines;
    private @Nullable String lastPlot;
    private long rows;
    private long northFirst;
    private int number;
    private List<String> first = List.of();
    private List<List<Coordinate>> rings = new ArrayList<>();
    private @Nullable String lastRing;
    private Findings own = new Findings();

    CsvPlots(CsvColumns columns, String file, Outlines outlines) {
        this.columns = columns;
        this.file = file;
        this.outlines = outlines;
    }

    /** Whether a row is the first of a plot. */
    boolean begins(List<String> row) {
        if (columns.plot() < 0) return true;
        String plot = cell(row, columns.plot());
        boolean begins = !plot.equals(lastPlot);
        lastPlot = plot;
        return begins;
    }

    /** Looks at a row's coordinates, for {@link #northFirst}. */
    void see(List<String> row) {
        if (columns.wkt() >= 0) return;
        double x = number(cell(row, columns.x()));
        double y = number(cell(row, columns.y()));
        if (Double.isNaN(x) || Double.isNaN(y)) return;
        rows++;
        boolean degrees = x >= 3 && x <= 54 && y >= 73 && y <= 136;
        boolean plane = x >= SMALLEST_NORTHING
                && x <= LARGEST_NORTHING
                && (y > LARGEST_NORTHING || (y < LARGEST_EASTING && x >= LARGEST_EASTING));
        if (degrees || plane) northFirst++;
    }

    /** Whether every row that was seen can only have the northing or latitude in the column called X. */
    boolean northFirst() {
        return rows > 0 && northFirst == rows;
    }

    void forEach(CsvText text, boolean swapped, int mostLevels, VertexBudget budget, Taker taker) {
        for (List<String> row = text.next(); row != null; row = text.next()) {
            if (begins(row)) {
                end(mostLevels, taker);
                budget.nextFeature();
                number++;
                first = row;
            }
            budget.add(1);
            Place here = Place.line(file, text.line()).plot(name());
            if (wrongLength(row, columns, here, own)) continue;
            if (columns.plot() < 0 && outlines.dimension() != Dimension.POINT)
                own.add(Outlines.strange(outlines.dimension(), here, "Point"));
            else point(row, swapped, here);
        }
        end(mostLevels, taker);
    }

    static boolean wrongLength(List<String> row, CsvColumns columns, Place here, Findings own) {
        if (row.size() == columns.names().size()) return false;
        own.add(Problem.refused(
                "format.csv.cells",
                here,
                "cells",
                row.size(),
                "columns",
                columns.names().size()));
        return true;
    }

    private String name() {
        String named = columns.plot() < 0 ? "" : cell(first, columns.plot());
        return named.isEmpty() ? String.valueOf(number) : named;
    }

    private void point(List<String> row, boolean swapped, Place here) {
        double x = coordinate(cell(row, swapped ? columns.y() : columns.x()), here);
        double y = coordinate(cell(row, swapped ? columns.x() : columns.y()), here);
        String ring = columns.ring() < 0 ? "" : cell(row, columns.ring());
        if (!ring.equals(lastRing)) rings.add(new ArrayList<>());
        lastRing = ring;
        rings.getLast().add(new Coordinate(x, y));
    }

    private double coordinate(String text, Place here) {
        double value = number(text);
        if (Double.isNaN(value))
            own.add(Problem.refused(
                    "format.csv.number", here, "text", text.length() <= 40 ? text : text.substring(0, 40) + "…"));
        return value;
    }

    private void end(int mostLevels, Taker taker) {
        if (number == 0) return;
        taker.plot(number, first, own.refused() ? null : shape(mostLevels), own);
        rings = new ArrayList<>();
        lastRing = null;
        own = new Findings();
    }

    private @Nullable Geometry shape(int mostLevels) {
        Place here = Place.file(file).plot(name());
        if (outlines.dimension() != Dimension.AREA) return thin(here);
        List<Coordinate[]> closed = new ArrayList<>();
        int open = 0;
        for (int r = 0; r < rings.size(); r++) {
            List<Coordinate> ring = rings.get(r);
            if (!ring.getFirst().equals2D(ring.getLast())) {
                ring.add(ring.getFirst().copy());
                open++;
            }
            LinearRing made = RingClosure.close(ring, here.ring(r + 1), own);
            if (made != null) closed.add(made.getCoordinates());
        }
        if (own.refused()) return null;
        if (open > 0) own.add(Problem.warning("format.csv.closed", here, "count", open));
        try {
            return RingNesting.assemble(closed, mostLevels);
        } catch (RingNesting.TooDeep e) {
            own.add(Problem.refused("format.ring-levels", here, "limit", mostLevels));
            return null;
        }
    }

    /** Each ring is a line, or all are points. */
    private @Nullable Geometry thin(Place here) {
        Outline outline = new Outline(outlines.dimension());
        for (List<Coordinate> part : rings) {
            if (outline.wants(Dimension.LINE)) outline.line(part);
            else outline.points.addAll(part);
        }
        return outlines.build(outline, here, own);
    }

    private static String cell(List<String> row, int column) {
        return column >= 0 && column < row.size() ? row.get(column).strip() : "";
    }

    private static double number(String text) {
        String plain = StrictText.plain(text).strip();
        if (!plain.matches("[-+]?[0-9]{1,10}(\\.[0-9]{0,30})?([eE][-+]?[0-9]{1,2})?")) return Double.NaN;
        double value = Double.parseDouble(plain);
        return StrictMath.abs(value) < 1e10 ? value : Double.NaN;
    }
}
