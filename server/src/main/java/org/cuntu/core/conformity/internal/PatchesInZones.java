package org.cuntu.core.conformity.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.cuntu.engine.layer.Snapshot;

/**
 * Which patches of one snapshot lie whole in one zone of another, as far as reviews have found out: of two files that never change it is so
 * for every site, and need not be measured again while somebody draws on the same ground. A page of numbers is made for each
 * {@value #PAGE} neighbours of which one is known. Thread safe.
 */
public final class PatchesInZones {
    private static final int PAGE = 1 << 10;
    /** Shared ground, m², that is none, or the same: more than what measuring it in a site's part of a zone may be wrong by. */
    private static final double NONE = 5e-5;

    private static final double NONE_SHARE = 1e-9;
    /** Of smaller and larger patches, m², a hundredth of a square metre may hang on the rounding: they are measured each time. */
    private static final double LEAST = 1;

    private static final double MOST = 1e6;

    /** Zone + 1 of each patch; two threads that find out the same at once write the same. */
    private final AtomicReferenceArray<int[]> pages;

    /** Of none it is known yet. */
    public PatchesInZones(int patches) {
        pages = new AtomicReferenceArray<>(patches / PAGE + 1);
    }

    /** @return the zone's number, -1 when none is known */
    int zone(int patch) {
        int[] page = pages.get(patch / PAGE);
        return page == null ? -1 : page[patch % PAGE] - 1;
    }

    /**
     * Takes in what was measured of a patch that lies whole in a site.
     *
     * @param own F of the patch, m²
     * @param zone of the largest piece
     * @param largest F of what of the patch lies in that zone, m²
     * @param all F of what of it lies in any zone, m²
     */
    void learn(int patch, double own, int zone, double largest, double all) {
        double none = NONE + NONE_SHARE * own;
        if (own < LEAST || own > MOST || all - largest > none || StrictMath.abs(own - largest) > none) return;
        int at = patch / PAGE;
        int[] page = pages.get(at);
        if (page == null) {
            int[] made = new int[PAGE];
            page = pages.compareAndSet(at, null, made) ? made : pages.get(at);
        }
        page[patch % PAGE] = zone + 1;
    }

    /** What is known of pairs of snapshots, the last few that were asked for. */
    static final class Shelf {
        private static final int PAIRS = 8;

        private final Map<Pair, PatchesInZones> pairs = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Pair, PatchesInZones> eldest) {
                return size() > PAIRS;
            }
        };

        private record Pair(String patches, String zones) {}

        synchronized PatchesInZones of(Snapshot patches, Snapshot zones) {
            return pairs.computeIfAbsent(
                    new Pair(patches.hash(), zones.hash()), pair -> new PatchesInZones(patches.size()));
        }
    }
}
