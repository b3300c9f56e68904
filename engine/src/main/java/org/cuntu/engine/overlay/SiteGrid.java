package org.cuntu.engine.overlay;

import java.util.Arrays;
import org.cuntu.engine.layer.HeapShapes;
import org.cuntu.engine.layer.Shapes;

/**
 * A coarse picture of the site that spares most exact tests: square cells over its box, each inside, outside, or met by the
 * boundary. A box in which no cell is met lies wholly inside or wholly outside, so what the box holds is decided by one look.
 *
 * <pre>
 *   . . . . . . .        . outside    # met by the boundary    + inside
 *   . . # # # . .
 *   . # # + # # .        How many met cells a box holds is read from four sums over
 *   . # + + + # .        everything south-west of a corner (a summed-area table).
 *   . # # # # # .
 *   . . . . . . .
 * </pre>
 *
 * <p>Never wrong, only sometimes undecided: the boundary marks, and a box asks for, every cell within {@value #SLACK} of a cell's
 * width, a hundred million times the rounding of a place in the grid. One row of cells round the site's box belongs to
 * the grid, so that whatever leaves the grid has outside cells on its way. Immutable.
 */
final class SiteGrid {
    static final int INSIDE = 1;
    static final int OUTSIDE = 0;
    static final int MIXED = -1;

    private static final double SLACK = 1e-6;
    /** So that a box without width divides nothing by zero. */
    private static final double LEAST = 1e-300;

    private final int side;
    private final double west;
    private final double south;
    private final double perLongitude;
    private final double perLatitude;
    /** For each corner of cells, the number of met cells south-west of it. */
    private final int[] met;
    /** Rows of cells from the south, from the west; for met cells without meaning. */
    private final byte[] winding;
    /** The site's edges by the cells that they may meet: those of cell c stand from first[c] to first[c + 1]. */
    private final int[] first;

    private final int[] edges;

    SiteGrid(HeapShapes site) {
        int across = across(site.points());
        side = across + 2;
        west = site.shapeBox(0, Shapes.WEST);
        south = site.shapeBox(0, Shapes.SOUTH);
        perLongitude = across / StrictMath.max(site.shapeBox(0, Shapes.EAST) - west, LEAST);
        perLatitude = across / StrictMath.max(site.shapeBox(0, Shapes.NORTH) - south, LEAST);
        int[] steps = new int[side * side];
        first = new int[side * side + 1];
        Drawing drawing = new Drawing(site, steps);
        edges = drawing.sorted(first);
        met = sums();
        winding = sweep(steps);
    }

    /** Cells across the site: about four for each corner round the boundary, from 16 to 64. */
    private static int across(int points) {
        return points <= 100 ? 16 : points <= 1000 ? 32 : 64;
    }

    private double column(double longitude) {
        return (longitude - west) * perLongitude + 1;
    }

    private double row(double latitude) {
        return (latitude - south) * perLatitude + 1;
    }

    private int cell(double place) {
        return place < 0 ? 0 : place >= side ? side - 1 : (int) place;
    }

    /** All edges drawn into the cells. */
    private final class Drawing {
        private final HeapShapes site;
        private final int[] steps;
        /** Pairs of cell and edge, in the order of the edges. */
        private int[] marks;

        private int size;

        Drawing(HeapShapes site, int[] steps) {
            this.site = site;
            this.steps = steps;
            marks = new int[8 * site.points() + 8 * side];
            for (int ring = 0; ring < site.rings(); ring++) {
                int last = site.firstPoint(ring + 1) - 1;
                for (int p = site.firstPoint(ring); p < last; p++) edge(p);
            }
        }

        /**
         * Marks the cells that an edge may meet, row by row, and notes at every row's middle line that it crosses, one cell east
         * of the crossing, how the winding number changes there: an upward edge ends what is west of it, a downward one begins.
         */
        private void edge(int p) {
            double ax = column(site.x(p));
            double ay = row(site.y(p));
            double bx = column(site.x(p + 1));
            double by = row(site.y(p + 1));
            double low = StrictMath.min(ay, by);
            double high = StrictMath.max(ay, by);
            double slope = (bx - ax) / (by - ay);
            boolean steep = high - low > SLACK;
            int top = cell(high + SLACK);
            for (int row = cell(low - SLACK); row <= top; row++) {
                double from = steep ? ax + slope * (within(low, high, row - SLACK) - ay) : ax;
                double to = steep ? ax + slope * (within(low, high, row + 1 + SLACK) - ay) : bx;
                int end = cell(StrictMath.max(from, to) + SLACK);
                for (int column = cell(StrictMath.min(from, to) - SLACK); column <= end; column++)
                    mark(row * side + column, p);
                double middle = row + 0.5;
                if (ay < middle == by < middle) continue;
                double crossing = within(StrictMath.min(ax, bx), StrictMath.max(ax, bx), ax + slope * (middle - ay));
                int after = cell(crossing) + 1;
                if (after < side) steps[row * side + after] += ay < middle ? -1 : 1;
            }
        }

        private void mark(int cell, int edge) {
            if (size == marks.length) marks = Arrays.copyOf(marks, 2 * size);
            marks[size++] = cell;
            marks[size++] = edge;
        }

        /** The edges sorted by cell; fills the places where each cell's begin. */
        int[] sorted(int[] starts) {
            for (int i = 0; i < size; i += 2) starts[marks[i] + 1]++;
            for (int cell = 0; cell + 1 < starts.length; cell++) starts[cell + 1] += starts[cell];
            int[] next = starts.clone();
            int[] sorted = new int[size / 2];
            for (int i = 0; i < size; i += 2) sorted[next[marks[i]]++] = marks[i + 1];
            return sorted;
        }
    }

    private static double within(double low, double high, double value) {
        return StrictMath.max(low, StrictMath.min(high, value));
    }

    private int[] sums() {
        int wide = side + 1;
        int[] sums = new int[wide * wide];
        for (int row = 0; row < side; row++) {
            int inRow = 0;
            for (int column = 0; column < side; column++) {
                int cell = row * side + column;
                if (first[cell] < first[cell + 1]) inRow++;
                sums[(row + 1) * wide + column + 1] = sums[row * wide + column + 1] + inRow;
            }
        }
        return sums;
    }

    private byte[] sweep(int[] steps) {
        byte[] inside = new byte[side * side];
        for (int row = 0; row < side; row++) {
            int rounds = 0;
            for (int column = 0; column < side; column++) {
                rounds += steps[row * side + column];
                inside[row * side + column] = (byte) (rounds == 0 ? OUTSIDE : rounds == 1 ? INSIDE : MIXED);
            }
        }
        return inside;
    }

    /** INSIDE or OUTSIDE when all of the box surely is, its edges included; else MIXED. */
    int of(double boxWest, double boxSouth, double boxEast, double boxNorth) {
        int left = cell(column(boxWest) - SLACK);
        int right = cell(column(boxEast) + SLACK) + 1;
        int low = cell(row(boxSouth) - SLACK);
        int high = cell(row(boxNorth) + SLACK) + 1;
        int wide = side + 1;
        int inBox =
                met[high * wide + right] - met[low * wide + right] - met[high * wide + left] + met[low * wide + left];
        return inBox > 0 ? MIXED : winding[low * side + left];
    }

    /**
     * The site's edges that may meet a box, each once, by the number of its first point.
     *
     * @param into filled from its start; as long as the site has points
     * @param seen scratch space, one number a point of the site; {@code stamp} must be in none of them
     * @return how many there are
     */
    int edges(double boxWest, double boxSouth, double boxEast, double boxNorth, int[] into, int[] seen, int stamp) {
        int left = cell(column(boxWest) - SLACK);
        int right = cell(column(boxEast) + SLACK) + 1;
        int high = cell(row(boxNorth) + SLACK);
        int count = 0;
        for (int row = cell(row(boxSouth) - SLACK); row <= high; row++) {
            // the cells of a row stand side by side, and so do their edges
            int end = first[row * side + right];
            for (int i = first[row * side + left]; i < end; i++) {
                int edge = edges[i];
                into[count] = edge;
                count += seen[edge] == stamp ? 0 : 1;
                seen[edge] = stamp;
            }
        }
        return count;
    }

    /** The same of a point. */
    int of(double longitude, double latitude) {
        return of(longitude, latitude, longitude, latitude);
    }
}
