package org.cuntu.engine.clearing;

import java.util.PriorityQueue;
import org.cuntu.engine.geometry.GeoShape;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * The shortest translation that takes a site off the ground in conflict (最小避让).
 *
 * <p>A move is a point (east, north) of the plane of moves. The moves that leave a conflict are an open set in it; the shortest
 * clearing move is the origin or lies on the edge of that set, where the site touches the conflict: a corner of one is on
 * an edge of the other, at one place or at two. So:
 *
 * <ol>
 *   <li>squares of moves are looked at in the order of their distance from the origin, the nearest first;
 *   <li>a square is dropped when one {@linkplain Probes probe} shows that all of its moves conflict, else it is cut into four;
 *   <li>in a square of half a metre the {@linkplain Contacts contacts} give the candidates, and the shortest that is free is kept;
 *   <li>the search ends when no square left is nearer than what was found.
 * </ol>
 *
 * <p>The site and the conflict are taken as they are, in one plane; the moved site keeps {@value Contacts#CLEARANCE} m away from
 * the conflict. Deterministic. Thread safe.
 */
public final class ClearingShift {
    private static final double LEAF = 0.5;
    private static final int MOST_SQUARES = 200_000;

    private final Geometry site;
    private final PreparedGeometry conflict;
    private final Probes probes;
    private final Contacts contacts;
    private final double most;
    private final PriorityQueue<Square> open = new PriorityQueue<>();
    private double best;
    private @Nullable Coordinate shortest;

    private ClearingShift(Geometry site, Geometry conflict, double most) {
        this.site = site;
        this.conflict = PreparedGeometryFactory.prepare(conflict);
        this.most = most;
        probes = new Probes(site, conflict);
        contacts = new Contacts(site, conflict);
        best = Math.nextUp(most);
    }

    /** A square of moves. */
    private record Square(Coordinate middle, double half, double nearest) implements Comparable<Square> {
        static Square of(double x, double y, double half) {
            double dx = StrictMath.max(0, StrictMath.abs(x) - half);
            double dy = StrictMath.max(0, StrictMath.abs(y) - half);
            return new Square(new Coordinate(x, y), half, StrictMath.sqrt(dx * dx + dy * dy));
        }

        @Override
        public int compareTo(Square other) {
            int order = Double.compare(nearest, other.nearest);
            return order != 0 ? order : middle.compareTo(other.middle);
        }
    }

    /**
     * @param site polygon or multipolygon in a plane, metres
     * @param conflict the ground to be left, in the same plane; whatever lies farther off than {@code most} is not looked at
     * @param most the longest move that is worth it, metres
     * @throws org.cuntu.engine.geometry.CrsMismatch when the two are in different systems
     * @throws IllegalArgumentException when the system has degrees
     */
    public static Clearing find(GeoShape site, GeoShape conflict, double most) {
        site.requireSameCrs(conflict);
        if (site.crs().isGeographic())
            throw new IllegalArgumentException("a move is in metres: give shapes in a plane");
        Geometry shape = site.geometry();
        Envelope reach = shape.getEnvelopeInternal();
        reach.expandBy(most + 1);
        Geometry near = OverlayNGRobust.overlay(
                conflict.geometry(), shape.getFactory().toGeometry(reach), OverlayNG.INTERSECTION);
        ClearingShift search = new ClearingShift(shape, near, most);
        return search.isFree(new Coordinate(0, 0)) ? new Clearing.Found(0, 0) : search.run();
    }

    private Clearing run() {
        open.add(Square.of(0, 0, most));
        for (int squares = 1; !open.isEmpty(); squares++) {
            Square square = open.remove();
            if (square.nearest() >= best) break;
            if (squares > MOST_SQUARES) return new Clearing.Undecided(squares);
            look(square);
        }
        return shortest == null ? new Clearing.NoneWithin(most) : new Clearing.Found(shortest.x, shortest.y);
    }

    private void look(Square square) {
        Coordinate middle = square.middle();
        if (probes.conflictAround(middle, square.half() * StrictMath.sqrt(2))) return;
        if (square.half() <= LEAF / 2) {
            tryContacts(square);
            return;
        }
        double half = square.half() / 2;
        for (int i = 0; i < 4; i++) {
            Square quarter = Square.of(middle.x + (i % 2 == 0 ? -half : half), middle.y + (i < 2 ? -half : half), half);
            if (quarter.nearest() < best) open.add(quarter);
        }
    }

    private void tryContacts(Square square) {
        for (Coordinate move : contacts.candidates(square.middle(), square.half())) {
            double length = StrictMath.sqrt(move.x * move.x + move.y * move.y);
            if (length >= best) return;
            if (!isFree(move)) continue;
            best = length;
            shortest = move;
            return;
        }
    }

    private boolean isFree(Coordinate move) {
        if (probes.conflictAround(move, 0)) return false;
        return !conflict.intersects(
                AffineTransformation.translationInstance(move.x, move.y).transform(site));
    }
}
