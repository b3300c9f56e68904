package org.cuntu.core.onemap;

/** Asks every layer of a baseline about one point. Reads snapshots only; thread safe. */
public interface Points {
    /** So many features of one layer are listed at most. */
    int MOST_FEATURES = 50;

    /**
     * What lies at a point, decided exactly by the engine; a point on a line belongs to both sides.
     *
     * <p>A layer without a snapshot, with a stale or missing one, or whose coverage ends before the point is NOT_ANSWERED,
     * never CLEAR (contracts 2).
     *
     * @param lon degrees, EPSG:4490
     * @param lat degrees, EPSG:4490
     * @param near how far from the point a line or a point still counts, metres
     */
    PointAnswer at(Baseline baseline, double lon, double lat, double near);
}
