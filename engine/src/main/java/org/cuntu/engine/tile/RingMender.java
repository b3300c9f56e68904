package org.cuntu.engine.tile;

/**
 * Makes rings a valid multipolygon by OGC 06-103r4, whatever they are, on the grid of whole units.
 *
 * <p>Moving vertices to a grid and cutting at the buffer may make a ring touch or cross itself, or another. Then all edges are made to
 * meet in their ends alone ({@link SnapRounding}), the border of the ground is found ({@link GroundBorder}: what is wound round
 * more often clockwise than the other way), and its pieces are joined to rings ({@link RingTracer}). Nothing moves by more than
 * half a unit. Ground that was turned inside out is left out: the neighbours, moved by the same vertices, have it.
 */
final class RingMender {
    private RingMender() {}

    static void mend(Rings rings, EdgeContacts contacts) {
        RingTracer.trace(GroundBorder.of(SnapRounding.of(rings, contacts)), rings);
    }
}
