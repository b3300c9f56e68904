package org.cuntu.core.conformity.internal;

import static org.cuntu.engine.layer.Shapes.EAST;
import static org.cuntu.engine.layer.Shapes.NORTH;
import static org.cuntu.engine.layer.Shapes.SOUTH;
import static org.cuntu.engine.layer.Shapes.WEST;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.cuntu.engine.layer.FlatShape;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.overlay.ShapePair;

/**
 * Which patches of a survey lie whole in one zone of a plan: of two files that never change it is so for every site, and is measured once,
 * when somebody first asks for a patch. A page of numbers is made for each {@value #PAGE} neighbours of which one was asked for. Thread
 * safe.
 */
final class PatchesInZones {
    private static final int PAGE = 1 << 10;
    /** Shared ground, m², that is none, or the same: more than what measuring it in a site's part of a zone may be wrong by. */
    private static final double NONE = 5e-5;

    private static final double NONE_SHARE = 1e-9;
    /** Of larger patches, m², a hundredth of a square metre may hang on the rounding: they are cut with each site's zones. */
    private static final double MOST = 1e6;

    private static final int UNKNOWN = 0;
    private static final int SEVERAL = 1;

    /** Zone + 2 of each patch; two threads that measure the same at once write the same. */
    private final AtomicReferenceArray<int[]> pages;

    PatchesInZones(int patches) {
        pages = new AtomicReferenceArray<>(patches / PAGE + 1);
    }

    /**
     * @param survey and {@code plan}: the snapshots that this is of, open
     * @return the zone's number; -1 when the patch lies in several, or not all of it in any
     */
    int zone(Snapshot survey, int patch, Snapshot plan) {
        int[] page = page(patch / PAGE);
        int known = page[patch % PAGE];
        if (known == UNKNOWN) {
            known = measured(survey, patch, plan);
            page[patch % PAGE] = known;
        }
        return known - 2;
    }

    private int[] page(int at) {
        int[] page = pages.get(at);
        if (page != null) return page;
        int[] made = new int[PAGE];
        return pages.compareAndSet(at, null, made) ? made : pages.get(at);
    }

    private static int measured(Snapshot survey, int patch, Snapshot plan) {
        double own = survey.integral(patch);
        double none = NONE + NONE_SHARE * own;
        if (own > MOST) return SEVERAL;
        FlatShape shape = survey.flat(patch);
        ShapePair pair = new ShapePair();
        double all = 0;
        double largest = 0;
        int zone = -1;
        for (int each : plan.find(shape.box(WEST), shape.box(SOUTH), shape.box(EAST), shape.box(NORTH))) {
            pair.cut(shape, plan.flat(each));
            double shared = pair.integral();
            all += shared;
            if (shared > largest) {
                largest = shared;
                zone = each;
            }
        }
        boolean whole = zone >= 0 && all - largest <= none && StrictMath.abs(own - largest) <= none;
        return whole ? zone + 2 : SEVERAL;
    }

    /** What is known of pairs of snapshots, the last few that were asked for. Thread safe. */
    static final class Shelf {
        private static final int PAIRS = 8;

        private final Map<Pair, PatchesInZones> pairs = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Pair, PatchesInZones> eldest) {
                return size() > PAIRS;
            }
        };

        private record Pair(String survey, String plan) {}

        /** Kept only of files, by their names: what is made in memory has none, and of it nothing is known yet. */
        synchronized PatchesInZones of(Snapshot survey, Snapshot plan) {
            if (survey.hash().isEmpty() || plan.hash().isEmpty()) return new PatchesInZones(survey.size());
            return pairs.computeIfAbsent(
                    new Pair(survey.hash(), plan.hash()), pair -> new PatchesInZones(survey.size()));
        }
    }
}
