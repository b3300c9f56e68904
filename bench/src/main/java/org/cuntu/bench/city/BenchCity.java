package org.cuntu.bench.city;

import java.util.function.Consumer;

/**
 * An invented city of about so many survey patches of two hectares: its ground grows with its patches, their density does
 * not.
 *
 * @param seed the same seed gives the same city
 * @param patches about how many survey patches; within a tenth for a thousand and more
 * @param onGrid whether coordinates lie on the 1e-9° grid
 * @param detail the share of the red lines' vertices, 1 but for small tests
 */
public record BenchCity(long seed, int patches, boolean onGrid, double detail) {
    /** The real city that the proportions are taken from. */
    private static final double REAL_PATCHES = 903_789;

    private static final double REAL_ZONES = 18_307;
    private static final double REAL_TOWNSHIPS = 440;
    private static final double PATCH_METRES = 141;
    private static final double ISLANDS = 0.04;

    public static BenchCity of(long seed, int patches) {
        return new BenchCity(seed, patches, true, 1);
    }

    public BenchCity offGrid() {
        return new BenchCity(seed, patches, false, detail);
    }

    public Extent extent() {
        return Extent.square(PATCH_METRES * StrictMath.sqrt(patches), onGrid);
    }

    /** Gives a layer's shapes one after the other. */
    public void make(BenchLayer layer, Consumer<Shape> consumer) {
        switch (layer) {
            case SURVEY -> survey().forEach(consumer);
            case FARMLAND ->
                survey().forEach(shape -> {
                    if (isFarmland(shape)) consumer.accept(shape);
                });
            case ZONES ->
                mosaic(2, patches * REAL_ZONES / REAL_PATCHES, 40, Classes.PLAN).forEach(consumer);
            case RED_LINES -> new RedLines(seed * 31 + 3, extent(), detail).forEach(consumer);
            case BOUNDARIES ->
                mosaic(4, patches * REAL_TOWNSHIPS / REAL_PATCHES, 200, Classes.one("XZ"))
                        .forEach(consumer);
            case PLAN -> mosaic(5, patches / 5.0, 22, Classes.PLAN).forEach(consumer);
        }
    }

    /** Whether a shape of the survey is also one of the farmland layer. */
    public static boolean isFarmland(Shape shape) {
        return shape.code().startsWith("01");
    }

    private Mosaic survey() {
        Lattice lattice = Mosaic.lattice(seed * 31 + 1, extent(), patches / (1 + ISLANDS), 13);
        return new Mosaic(lattice, Classes.SURVEY, ISLANDS);
    }

    private Mosaic mosaic(int number, double shapes, double points, Classes classes) {
        return new Mosaic(Mosaic.lattice(seed * 31 + number, extent(), shapes, points), classes, 0);
    }
}
