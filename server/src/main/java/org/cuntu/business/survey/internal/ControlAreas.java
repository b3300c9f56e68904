package org.cuntu.business.survey.internal;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.cuntu.business.survey.DivisionLevel;
import org.cuntu.core.onemap.Baseline;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.engine.measure.Area;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The control areas of divisions (控制面积): DCMJ of the villages' and the townships' layers (handbook survey database 2.3, 2.6). Thread safe. */
@Component
class ControlAreas {
    private static final String TOWNSHIPS = "XZQ";
    private static final String TOWNSHIP_CODE = "XZQDM";
    private static final String AREA = "DCMJ";
    private static final int HELD = 16;

    private final SnapshotStore store;
    private final LastUsed<TreeMap<String, Long>> held = new LastUsed<>(HELD);

    ControlAreas(SnapshotStore store) {
        this.store = store;
    }

    /** By the code of the level's own divisions, hundredths of a square metre; counties by their townships. Empty when nothing is known. */
    Map<String, Long> of(Baseline baseline, DivisionLevel level) {
        boolean villages = level == DivisionLevel.VILLAGE;
        String layer = villages ? Tallies.VILLAGES : TOWNSHIPS;
        String field = villages ? Tallies.VILLAGE_CODE : TOWNSHIP_CODE;
        SnapshotRef snapshot = Tallies.snapshot(baseline, layer).orElse(null);
        if (snapshot == null || !store.contains(snapshot.hash())) return Map.of();
        return held.get(snapshot.hash() + level, name -> read(snapshot.hash(), field, level.digits()));
    }

    private TreeMap<String, Long> read(String hash, String field, int digits) {
        TreeMap<String, Long> areas = new TreeMap<>();
        try (SnapshotStore.Lease lease = store.open(hash)) {
            Snapshot snapshot = lease.snapshot();
            for (int feature = 0; feature < snapshot.size(); feature++) {
                @Nullable Object code = snapshot.value(feature, field);
                if (code == null || !(snapshot.value(feature, AREA) instanceof BigDecimal area)) continue;
                String text = code.toString().strip();
                areas.merge(
                        text.length() > digits ? text.substring(0, digits) : text,
                        Area.ofSquareMetres(area).hundredths(),
                        Math::addExact);
            }
        }
        return areas;
    }
}
