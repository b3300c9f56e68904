package org.cuntu.engine.overlay;

import static org.cuntu.engine.layer.Shapes.EAST;
import static org.cuntu.engine.layer.Shapes.NORTH;
import static org.cuntu.engine.layer.Shapes.SOUTH;
import static org.cuntu.engine.layer.Shapes.WEST;

import org.cuntu.engine.layer.FlatShape;
import org.cuntu.engine.layer.GroupList;
import org.cuntu.engine.layer.Shapes;

/**
 * The area and perimeter of what two shapes have in common, without building the common outline.
 *
 * <p>By Green's theorem the area of P ∩ S is the integral along ∂P where it runs inside S plus along ∂S where it runs inside P.
 * Where ∂P enters S at x, the first gains total − I_P(x) and the second loses total − I_S(x), and the other way round where it
 * leaves; so each crossing adds ±(I_S(x) − I_P(x)) with I the running integrals from the rings' first points, and each ring adds
 * its total as often as the other shape winds round its first point. No crossing has to be put in order. Lengths add up
 * the same way.
 *
 * <p>Decisions are exact; the second shape counts as shifted by (ε, ε²) ({@link EdgeCrossing} has the picture). When a layer meets
 * a layer, the same one is the second in every pair: all pairs then describe one real configuration of the two layers. Since
 * decisions are consistent, values may be rounded ({@link PairSum}).
 *
 * <p>For shapes with rings that overlap or turn the wrong way the area is the integral of the product of the two winding numbers.
 *
 * <p>Holds scratch space: for one thread, many pairs. The same pair gives the same bits whatever was cut before.
 */
public final class ShapePair {
    private final PairSum sum = new PairSum();
    private final GroupList firstGroups = new GroupList();
    private final GroupList secondGroups = new GroupList();
    private final GroupList around = new GroupList();
    private final ChunkCache firstChunks = new ChunkCache();
    private final ChunkCache secondChunks = new ChunkCache();
    private double stored;
    private boolean meets;
    private boolean firstWithin;
    private boolean secondWithin;

    /** Cuts two shapes with each other; the answers stand until the next call. */
    public void cut(FlatShape first, FlatShape second) {
        meets = false;
        firstWithin = false;
        secondWithin = false;
        firstChunks.begin(first.shapes());
        secondChunks.begin(second.shapes());
        sum.start(first, second);
        double west = StrictMath.max(first.box(WEST), second.box(WEST));
        double south = StrictMath.max(first.box(SOUTH), second.box(SOUTH));
        double east = StrictMath.min(first.box(EAST), second.box(EAST));
        double north = StrictMath.min(first.box(NORTH), second.box(NORTH));
        if (!(west <= east && south <= north)) return;
        firstGroups.find(first.shapes(), first.shape(), first.tree(), west, south, east, north);
        secondGroups.find(second.shapes(), second.shape(), second.tree(), west, south, east, north);
        // one of them may have none: deep inside a large shape there is nothing of its boundary
        if (firstGroups.size() == 0 && secondGroups.size() == 0) return;
        crossGroups(first.shapes(), second.shapes());
        Rings firstRings = addRings(first, firstGroups, second, false);
        Rings secondRings = addRings(second, secondGroups, first, true);
        meets |= firstRings != Rings.OUTSIDE || secondRings != Rings.OUTSIDE;
        if (sum.crossings() > 0) return;
        firstWithin = firstRings == Rings.ALL_ONCE && secondRings == Rings.OUTSIDE;
        secondWithin = secondRings == Rings.ALL_ONCE && firstRings == Rings.OUTSIDE;
        stored = firstWithin ? first.integral() : second.integral();
    }

    /** F of the common part, m²; the stored integral of a shape that lies wholly in the other. */
    public double integral() {
        return firstWithin || secondWithin ? stored : StrictMath.max(0, sum.integral());
    }

    /** The length of the common part's boundary, metres. */
    public double perimeter() {
        return StrictMath.max(0, sum.length());
    }

    /** Whether the shapes have a point in common, be it on their boundaries. */
    public boolean meets() {
        return meets;
    }

    /** Whether all of the first lies in the second, its boundary perhaps on the other's. */
    public boolean firstWithin() {
        return firstWithin;
    }

    /** Whether all of the second lies in the first. */
    public boolean secondWithin() {
        return secondWithin;
    }

    /** How the rings of a shape start with regard to the other. */
    private enum Rings {
        OUTSIDE,
        SOME_INSIDE,
        /** Each start has the other shape round it just once. */
        ALL_ONCE
    }

    /** Adds each ring's total as often as the other shape winds round its first point, which only groups that were found can hold. */
    private Rings addRings(FlatShape of, GroupList groups, FlatShape round, boolean northEast) {
        Shapes shapes = of.shapes();
        int inside = 0;
        boolean once = true;
        for (int i = 0; i < groups.size(); i++) {
            int ring = groups.ring(i);
            if (groups.group(i) != shapes.firstGroup(ring)) continue;
            int point = shapes.firstPoint(ring);
            int winding = winding(round, shapes.x(point), shapes.y(point), northEast);
            if (winding == 0) continue;
            inside++;
            once &= winding == 1;
            sum.addRing(shapes, ring, winding);
        }
        if (inside == 0) return Rings.OUTSIDE;
        return once && inside == of.rings() ? Rings.ALL_ONCE : Rings.SOME_INSIDE;
    }

    private int winding(FlatShape round, double x, double y, boolean northEast) {
        if (round.tree() == null) return Winding.of(round.shapes(), round.shape(), x, y, northEast);
        around.find(round.shapes(), round.shape(), round.tree(), x, y, Double.POSITIVE_INFINITY, y);
        return Winding.of(round.shapes(), around, x, y, northEast);
    }

    private void crossGroups(Shapes of, Shapes with) {
        for (int i = 0; i < firstGroups.size(); i++) {
            int ring = firstGroups.ring(i);
            int group = firstGroups.group(i);
            int from = of.firstChunk(ring) + (group - of.firstGroup(ring)) * Shapes.GROUP;
            int to = StrictMath.min(from + Shapes.GROUP, of.firstChunk(ring + 1));
            for (int chunk = from; chunk < to; chunk++) crossChunk(of, ring, chunk, with);
        }
    }

    private void crossChunk(Shapes of, int ring, int chunk, Shapes with) {
        double west = of.chunkBox(chunk, WEST);
        double south = of.chunkBox(chunk, SOUTH);
        double east = of.chunkBox(chunk, EAST);
        double north = of.chunkBox(chunk, NORTH);
        for (int i = 0; i < secondGroups.size(); i++) {
            int group = secondGroups.group(i);
            if (!with.groupMeets(group, west, south, east, north)) continue;
            int other = secondGroups.ring(i);
            int from = with.firstChunk(other) + (group - with.firstGroup(other)) * Shapes.GROUP;
            int to = StrictMath.min(from + Shapes.GROUP, with.firstChunk(other + 1));
            for (int c = from; c < to; c++) {
                if (!with.chunkMeets(c, west, south, east, north)) continue;
                LoadedChunk p = firstChunks.get(ring, chunk);
                int ofFirst = p.edgesMeeting(
                        with.chunkBox(c, WEST),
                        with.chunkBox(c, SOUTH),
                        with.chunkBox(c, EAST),
                        with.chunkBox(c, NORTH));
                if (ofFirst == 0) continue;
                LoadedChunk s = secondChunks.get(other, c);
                crossEdges(p, ofFirst, s, s.edgesMeeting(west, south, east, north));
            }
        }
    }

    /** Meets each of some edges of the second shape's chunk with each of some of the first's. */
    private void crossEdges(LoadedChunk p, int ofFirst, LoadedChunk s, int ofSecond) {
        for (int rest = ofSecond; rest != 0; rest &= rest - 1) {
            int a = Integer.numberOfTrailingZeros(rest);
            for (int others = ofFirst; others != 0; others &= others - 1)
                crossEdge(p, Integer.numberOfTrailingZeros(others), s, a);
        }
    }

    private void crossEdge(LoadedChunk p, int k, LoadedChunk s, int a) {
        if (!p.edgeMeets(k, s.edgeWest(a), s.edgeSouth(a), s.edgeEast(a), s.edgeNorth(a))) return;
        int crossing = EdgeCrossing.of(p.x[k], p.y[k], p.x[k + 1], p.y[k + 1], s.x[a], s.y[a], s.x[a + 1], s.y[a + 1]);
        if (crossing == EdgeCrossing.APART) return;
        meets = true;
        if (crossing != EdgeCrossing.TOUCHES) sum.addCrossing(crossing, p, k, s, a);
    }
}
