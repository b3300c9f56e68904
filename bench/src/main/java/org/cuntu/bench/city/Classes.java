package org.cuntu.bench.city;

/**
 * Class codes with their shares. Half of the shapes take the class of their neighbourhood of eight by eight cells, so that
 * classes lie in patches as they do on the ground.
 */
record Classes(String[] codes, double[] upTo) {
    /** Land classes of the third survey; a fifth is farmland (01). */
    static final Classes SURVEY = new Classes(
            new String[] {"0101", "0102", "0103", "0201", "0301", "0305", "0307", "0404", "0602", "0702", "1006", "1101"
            },
            new double[] {0.10, 0.13, 0.21, 0.26, 0.48, 0.58, 0.68, 0.76, 0.80, 0.88, 0.94, 1});

    static final Classes PLAN = new Classes(
            new String[] {"0701", "0802", "0901", "1001", "1101", "1207", "1401", "2301"},
            new double[] {0.3, 0.4, 0.5, 0.65, 0.7, 0.85, 0.95, 1});

    static Classes one(String code) {
        return new Classes(new String[] {code}, new double[] {1});
    }

    String of(long seed, int column, int row) {
        long hash = Dice.hash(seed ^ 0xC1, column, row);
        boolean local = (hash & 1) == 0;
        double draw = Dice.unit(local ? hash : Dice.hash(seed ^ 0xC2, column / 8, row / 8));
        int i = 0;
        while (draw >= upTo[i]) i++;
        return codes[i];
    }
}
