package org.cuntu.engine.matrix;

/**
 * What changed between two versions of a layer.
 *
 * @param matrix rows are the classes of the later version, columns those of the earlier; {@link #area} reads it from → to
 * @param unchanged later features with an earlier one of the same ground and the same values, to the bit
 * @param otherValues later features with an earlier one of the same ground, but other values
 * @param otherGround later features that have ground in common with earlier ones, none of them the same
 * @param appeared later features where no earlier one was
 * @param gone earlier features where no later one is
 * @param changedArea ΣF of the places that have a feature in both versions and other compared values, m²
 * @param appearedArea ΣF of later features where no earlier one was, m²
 * @param disappearedArea ΣF of earlier features where no later one is, m²
 */
public record Difference(
        Matrix matrix,
        Tally unchanged,
        Tally otherValues,
        Tally otherGround,
        Tally appeared,
        Tally gone,
        double changedArea,
        double appearedArea,
        double disappearedArea) {
    /**
     * Features of one kind.
     *
     * @param integral their ΣF, m²
     */
    public record Tally(long features, double integral) {}

    /** F of the ground that went from one class to another, or stayed when both are the same, m². */
    public double area(GroupKey from, GroupKey to) {
        return matrix.integral(to, from);
    }
}
