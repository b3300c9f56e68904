package org.cuntu.engine.overlay;

/**
 * How an edge of one shape meets an edge of another, decided exactly, with no special case for what coincides.
 *
 * <p>The second shape counts as shifted by (ε, ε²), ε infinitely small:
 *
 * <pre>
 *      drawn                      meant
 *      ───┬───────┬───            ───┐·······┐           the first shape's edges  ───
 *      ···┴·······┴···               └───────┘···        the second's             ···
 *      corner on corner,          every corner is clear of every edge,
 *      edge on edge               every two edges cross cleanly or not at all
 * </pre>
 *
 * A point of the first shape that is drawn on an edge of the second lies, as meant, where −(ε, ε²) leads from that edge; a
 * point of the second on an edge of the first where +(ε, ε²) leads. The step leads east, for edges that run east or west
 * alone north; the second part decides only there. All ties are broken by the one step, so all answers together describe one
 * real configuration: however many edges meet in a point, entries and exits along a ring alternate.
 */
final class EdgeCrossing {
    /** The edges have no point in common. */
    static final int APART = 2;
    /** They have a point in common as drawn, none as meant. */
    static final int TOUCHES = 0;
    /** The first shape's edge crosses the second's from right to left: it enters a shape that runs counter-clockwise. */
    static final int ENTERS = 1;
    /** It crosses from left to right. */
    static final int LEAVES = -1;

    private EdgeCrossing() {}

    /** How the first shape's edge from p to q meets the second's from a to b. */
    static int of(double px, double py, double qx, double qy, double ax, double ay, double bx, double by) {
        int sideP = Side.of(ax, ay, bx, by, px, py);
        int sideQ = Side.of(ax, ay, bx, by, qx, qy);
        if (sideP == sideQ && sideP != Side.ON) return APART;
        int sideA = Side.of(px, py, qx, qy, ax, ay);
        int sideB = Side.of(px, py, qx, qy, bx, by);
        if (sideA == sideB && sideA != Side.ON) return APART;
        int tie = -shiftedSide(bx - ax, by - ay);
        if (sideP == Side.ON) sideP = tie;
        if (sideQ == Side.ON) sideQ = tie;
        if (sideP == sideQ) return TOUCHES;
        tie = shiftedSide(qx - px, qy - py);
        if (sideA == Side.ON) sideA = tie;
        if (sideB == Side.ON) sideB = tie;
        if (sideA == sideB) return TOUCHES;
        return sideQ;
    }

    /** To which side of a direction the step (ε, ε²) leads. */
    private static int shiftedSide(double width, double height) {
        if (height != 0) return height > 0 ? Side.RIGHT : Side.LEFT;
        return width > 0 ? Side.LEFT : Side.RIGHT;
    }
}
