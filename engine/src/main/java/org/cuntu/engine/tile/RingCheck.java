package org.cuntu.engine.tile;

/**
 * Proves that rings are a valid multipolygon by OGC 06-103r4 as they stand, which nearly all are: no two edges meet, exteriors run
 * clockwise on the screen and holes the other way, each hole lies in its exterior, nothing lies in anything else. Not to be proven is
 * what touches in a point, although it may be valid. For one thread.
 */
final class RingCheck {
    private static final EdgeContacts.Taker NONE = (edge, other) -> false;

    private final EdgeContacts contacts;

    RingCheck(EdgeContacts contacts) {
        this.contacts = contacts;
    }

    boolean proves(Rings rings) {
        for (int ring = 0; ring < rings.count(); ring++)
            if (rings.doubledArea(ring) > 0 != rings.isShell(ring)) return false;
        return contacts.each(rings, NONE) && (rings.count() == 1 || RingNest.isProper(rings));
    }
}
