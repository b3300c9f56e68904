package org.cuntu.core.dossier.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.cuntu.engine.layer.Snapshot;
import org.springframework.stereotype.Component;

/** The number indexes in use, the least used ones given up: a city's 1 million patches take 4 MB a field. Thread safe. */
@Component
class NumberIndexes {
    private static final int KEPT = 48;

    private final Map<String, NumberIndex> kept = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, NumberIndex> eldest) {
            return size() > KEPT;
        }
    };

    /** Made at the first question, for one at a time. */
    synchronized NumberIndex of(Snapshot snapshot, String field) {
        return kept.computeIfAbsent(snapshot.hash() + " " + field, key -> NumberIndex.of(snapshot, field));
    }
}
