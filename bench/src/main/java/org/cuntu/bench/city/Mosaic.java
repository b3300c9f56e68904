package org.cuntu.bench.city;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A lattice's cells joined to patches of one to four cells, by blocks of two by two, some with an island in them: every
 * place belongs to exactly one shape.
 */
final class Mosaic {
    /** Shapes of a block on average, by the shares below. */
    static final double SHAPES_A_BLOCK = 2.75;

    /** To which part of a block its cells belong: south-west, south-east, north-west, north-east. */
    private static final int[][][] CUTS = {
        {{0, 1, 2, 3}},
        {{0, 0, 1, 2}, {1, 2, 0, 0}, {0, 1, 0, 2}, {1, 0, 2, 0}},
        {{0, 0, 1, 1}, {0, 1, 0, 1}},
        {{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}},
        {{0, 0, 0, 0}}
    };
    /** 4, 3, 2, 2 and 1 parts: 2.75 on average. */
    private static final double[] UP_TO = {0.25, 0.55, 0.80, 0.95, 1};

    private final Lattice lattice;
    private final Classes classes;
    private final double islands;
    private int made;

    /** @param islands the share of shapes with an island, itself a shape */
    Mosaic(Lattice lattice, Classes classes, double islands) {
        this.lattice = lattice;
        this.classes = classes;
        this.islands = islands;
    }

    /** The lattice of an extent that gives about so many shapes. */
    static Lattice lattice(long seed, Extent extent, double shapes, double points) {
        int blocks = (int) StrictMath.max(1, StrictMath.round(StrictMath.sqrt(shapes / SHAPES_A_BLOCK)));
        return new Lattice(seed, extent, 2 * blocks, 2 * blocks, points);
    }

    void forEach(Consumer<Shape> consumer) {
        made = 0;
        for (int row = 0; row < lattice.rows(); row += 2)
            for (int column = 0; column < lattice.columns(); column += 2) block(column, row, consumer);
    }

    private void block(int column, int row, Consumer<Shape> consumer) {
        double draw = Dice.unit(Dice.hash(lattice.seed() ^ 0xB1, column, row));
        int kind = 0;
        while (draw >= UP_TO[kind]) kind++;
        int[][] variants = CUTS[kind];
        int[] cut = variants[(int) (Dice.unit(Dice.hash(lattice.seed() ^ 0xB2, column, row)) * variants.length)];
        for (int part = 0; part < 4; part++) part(column, row, cut, part, consumer);
    }

    private void part(int column, int row, int[] cut, int part, Consumer<Shape> consumer) {
        Outline outline = new Outline(lattice);
        int first = -1;
        for (int cell = 0; cell < 4; cell++) {
            if (cut[cell] != part) continue;
            if (first < 0) first = cell;
            outline.add(column + cell % 2, row + cell / 2);
        }
        if (first < 0) return;
        int x = column + first % 2;
        int y = row + first / 2;
        List<double[]> rings = new ArrayList<>(outline.rings());
        if (Dice.unit(Dice.hash(lattice.seed() ^ 0xB3, x, y)) < islands) {
            double[] island = island(x, y);
            rings.add(reversed(island));
            shape(classes.of(lattice.seed() + 1, x, y), new double[][] {island}, consumer);
        }
        shape(classes.of(lattice.seed(), x, y), rings.toArray(double[][]::new), consumer);
    }

    private void shape(String code, double[][] rings, Consumer<Shape> consumer) {
        consumer.accept(new Shape(++made, code, new double[][][] {rings}));
    }

    /** A round thing in the middle of a cell; its radius stays below the 0.17 that the sides leave free. */
    private double[] island(int column, int row) {
        long hash = Dice.hash(lattice.seed() ^ 0xB4, column, row);
        int n = 8 + (int) (32 * Dice.unit(hash));
        double[] ring = new double[2 * n + 2];
        for (int i = 0; i < n; i++) {
            double radius = 0.06 + 0.06 * Dice.unit(Dice.hash(hash, i, 0));
            double angle = 2 * StrictMath.PI * i / n;
            ring[2 * i] = lattice.longitude(column + 0.5 + radius * StrictMath.cos(angle));
            ring[2 * i + 1] = lattice.latitude(row + 0.5 + radius * StrictMath.sin(angle));
        }
        ring[2 * n] = ring[0];
        ring[2 * n + 1] = ring[1];
        return ring;
    }

    private static double[] reversed(double[] ring) {
        double[] out = new double[ring.length];
        for (int i = 0; i < ring.length; i += 2) {
            out[i] = ring[ring.length - 2 - i];
            out[i + 1] = ring[ring.length - 1 - i];
        }
        return out;
    }
}
