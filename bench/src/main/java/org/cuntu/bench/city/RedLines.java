package org.cuntu.bench.city;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * 56 huge multipolygons, as a city's protected areas are delivered: many parts and holes each, four of them with about
 * 200,000 vertices. Each is the ground above a height of an invented relief, in a field of its own.
 */
final class RedLines {
    private static final int ACROSS = 8;
    private static final int UP = 7;
    /** Cells of a field; its outermost stay empty, so that two areas never meet. */
    private static final int CELLS = 48;

    private static final double BEND = 6;

    private final long seed;
    private final Extent extent;
    private final double share;

    /** @param share of the vertices; 1 but for tests */
    RedLines(long seed, Extent extent, double share) {
        this.seed = seed;
        this.extent = extent;
        this.share = share;
    }

    void forEach(Consumer<Shape> consumer) {
        for (int field = 0; field < ACROSS * UP; field++) consumer.accept(area(field));
    }

    private Shape area(int field) {
        boolean[][] mask = mask(field);
        Outline all = new Outline(lattice(2));
        each(field, mask, all);
        double points = StrictMath.max(2, share * vertices(field) / all.sides());
        Lattice lattice = lattice(points);
        List<double[][]> polygons = new ArrayList<>();
        for (boolean[][] part : parts(mask)) {
            Outline outline = new Outline(lattice);
            each(field, part, outline);
            polygons.add(outline.rings().toArray(double[][]::new));
        }
        return new Shape(field + 1, "STBHHX", polygons.toArray(double[][][]::new));
    }

    private static int vertices(int field) {
        if (field % 14 == 0) return 200_000;
        return field % 5 == 1 ? 60_000 : 12_000;
    }

    private Lattice lattice(double points) {
        return new Lattice(seed, extent, ACROSS * CELLS, UP * CELLS, points);
    }

    private static void each(int field, boolean[][] mask, Outline outline) {
        for (int row = 0; row < CELLS; row++)
            for (int column = 0; column < CELLS; column++)
                if (mask[row][column]) outline.add(field % ACROSS * CELLS + column, field / ACROSS * CELLS + row);
    }

    private boolean[][] mask(int field) {
        boolean[][] mask = new boolean[CELLS][CELLS];
        for (int row = 1; row < CELLS - 1; row++)
            for (int column = 1; column < CELLS - 1; column++) mask[row][column] = height(field, column, row) > 0.05;
        while (fillCorners(mask)) continue;
        return mask;
    }

    private double height(int field, int column, int row) {
        double x = column / BEND;
        double y = row / BEND;
        int i = (int) x;
        int j = (int) y;
        double low = (1 - (x - i)) * knot(field, i, j) + (x - i) * knot(field, i + 1, j);
        double high = (1 - (x - i)) * knot(field, i, j + 1) + (x - i) * knot(field, i + 1, j + 1);
        return (1 - (y - j)) * low + (y - j) * high + 0.25 * Dice.signed(Dice.hash(seed + field, column, row));
    }

    private double knot(int field, int i, int j) {
        return Dice.signed(Dice.hash(seed - 1 - field, i, j));
    }

    /** Cells that touch at a corner alone get a common neighbour; whether there were any. */
    private static boolean fillCorners(boolean[][] mask) {
        boolean any = false;
        for (int row = 1; row < CELLS - 2; row++)
            for (int column = 1; column < CELLS - 2; column++) {
                boolean a = mask[row][column];
                boolean b = mask[row][column + 1];
                if (a == b || mask[row + 1][column] == a || mask[row + 1][column + 1] != a) continue;
                any = true;
                if (a) mask[row][column + 1] = true;
                else mask[row][column] = true;
            }
        return any;
    }

    /** Cells that hang together by their sides. */
    private static List<boolean[][]> parts(boolean[][] mask) {
        List<boolean[][]> parts = new ArrayList<>();
        boolean[][] seen = new boolean[CELLS][CELLS];
        for (int row = 0; row < CELLS; row++)
            for (int column = 0; column < CELLS; column++)
                if (mask[row][column] && !seen[row][column]) parts.add(part(mask, seen, row, column));
        return parts;
    }

    private static boolean[][] part(boolean[][] mask, boolean[][] seen, int row, int column) {
        boolean[][] part = new boolean[CELLS][CELLS];
        Deque<int[]> open = new ArrayDeque<>();
        open.add(new int[] {row, column});
        seen[row][column] = true;
        while (!open.isEmpty()) {
            int[] cell = open.remove();
            part[cell[0]][cell[1]] = true;
            for (int[] step : new int[][] {{0, 1}, {1, 0}, {0, -1}, {-1, 0}}) {
                int r = cell[0] + step[0];
                int c = cell[1] + step[1];
                if (!mask[r][c] || seen[r][c]) continue;
                seen[r][c] = true;
                open.add(new int[] {r, c});
            }
        }
        return part;
    }
}
