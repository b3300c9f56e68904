package org.cuntu.core.quality.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.matrix.FeatureFilter;
import org.jspecify.annotations.Nullable;

/**
 * A value that no two features may have: in the layer, or where another field begins alike. Nothing is no value. Takes sixteen bytes a
 * feature.
 *
 * @param within the other field; null: in the whole layer
 * @param digits how much of the other field counts
 * @param released whether the features that other divisions have released count too
 */
record UniqueValues(String field, @Nullable String within, int digits, boolean released) implements WholeCheck {
    private static final long NOTHING = 0;

    @Override
    public void look(CheckGround ground, FeatureFaults faults) {
        Snapshot layer = ground.snapshot();
        long[] hashes = hashes(layer, ground);
        long[] sorted = hashes.clone();
        Arrays.sort(sorted);
        repeats(layer, hashes, sorted, faults);
        if (released) others(ground, hashes, sorted, faults);
    }

    private long[] hashes(Snapshot layer, CheckGround ground) {
        FeatureRow row = new FeatureRow(layer);
        long[] hashes = new long[layer.size()];
        for (int feature = 0; feature < hashes.length; feature++) {
            if (feature % 4096 == 0) ground.goOn();
            hashes[feature] = hash(key(row.at(feature)));
        }
        return hashes;
    }

    private void repeats(Snapshot layer, long[] hashes, long[] sorted, FeatureFaults faults) {
        FeatureRow row = new FeatureRow(layer);
        Map<String, Integer> first = new HashMap<>();
        for (int feature = 0; feature < hashes.length; feature++) {
            if (hashes[feature] == NOTHING || !isRepeated(sorted, hashes[feature])) continue;
            String key = key(row.at(feature));
            Integer before = first.putIfAbsent(key, feature);
            if (before != null) faults.fault(feature, "#" + before, field + " " + row.text(field), null, null);
        }
    }

    private static boolean isRepeated(long[] sorted, long hash) {
        int at = Arrays.binarySearch(sorted, hash);
        return at > 0 && sorted[at - 1] == hash || at + 1 < sorted.length && sorted[at + 1] == hash;
    }

    /** Looks through what the neighbours have released for what this delivery has too. */
    private void others(CheckGround ground, long[] hashes, long[] sorted, FeatureFaults faults) {
        FeatureFilter neighbours = ground.neighbours();
        Snapshot released = neighbours == null ? null : ground.released(ground.layer(), field);
        if (neighbours == null || released == null) return;
        Map<String, Integer> theirs = new HashMap<>();
        FeatureRow row = new FeatureRow(released);
        for (int feature = 0; feature < released.size(); feature++) {
            if (feature % 4096 == 0) ground.goOn();
            if (!neighbours.accepts(released, feature)) continue;
            String key = key(row.at(feature));
            long hash = hash(key);
            if (hash != NOTHING && Arrays.binarySearch(sorted, hash) >= 0) theirs.putIfAbsent(key, feature);
        }
        if (theirs.isEmpty()) return;
        FeatureRow own = new FeatureRow(ground.snapshot());
        for (int feature = 0; feature < hashes.length; feature++) {
            if (hashes[feature] == NOTHING) continue;
            Integer other = theirs.get(key(own.at(feature)));
            if (other != null)
                faults.fault(feature, ground.name(released, other), field + " " + own.text(field), null, null);
        }
    }

    private String key(FeatureRow row) {
        String value = row.text(field);
        if (value.isBlank() || within == null) return value.strip();
        String place = row.text(within);
        return value.strip() + '\n' + (place.length() > digits ? place.substring(0, digits) : place);
    }

    private static long hash(String key) {
        if (key.isEmpty()) return NOTHING;
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < key.length(); i++) hash = (hash ^ key.charAt(i)) * 0x100000001B3L;
        hash = (hash ^ hash >>> 32) * 0x9E3779B97F4A7C15L;
        return hash == NOTHING ? 1 : hash;
    }

    @Override
    public List<String> fields() {
        return within == null ? List.of(field) : List.of(field, within);
    }
}
