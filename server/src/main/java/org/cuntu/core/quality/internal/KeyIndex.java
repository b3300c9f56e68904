package org.cuntu.core.quality.internal;

import java.util.Arrays;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.matrix.FeatureFilter;

/** Features by what a field of theirs holds. Nothing is no key. Eight bytes a feature. Thread safe. */
final class KeyIndex {
    /** A snapshot has no more features than this can number. */
    private static final int NUMBER_BITS = 28;

    private static final long NUMBER = (1L << NUMBER_BITS) - 1;

    private final Snapshot layer;
    private final String field;
    /** What is left of the hash above the feature's number; ascending. */
    private final long[] entries;

    private KeyIndex(Snapshot layer, String field, long[] entries) {
        this.layer = layer;
        this.field = field;
        this.entries = entries;
    }

    static KeyIndex of(Snapshot layer, String field, FeatureFilter filter, CheckGround ground) {
        long[] entries = new long[layer.size()];
        int size = 0;
        FeatureRow row = new FeatureRow(layer);
        for (int feature = 0; feature < entries.length; feature++) {
            if (feature % 4096 == 0) ground.goOn();
            if (!filter.accepts(layer, feature)) continue;
            String key = row.at(feature).text(field).strip();
            if (!key.isEmpty()) entries[size++] = head(key) | feature;
        }
        entries = Arrays.copyOf(entries, size);
        Arrays.sort(entries);
        return new KeyIndex(layer, field, entries);
    }

    /** How many features have a key. */
    int size() {
        return entries.length;
    }

    /** The first feature with this key; -1. */
    int find(String key) {
        long head = head(key);
        int at = Arrays.binarySearch(entries, head);
        FeatureRow row = new FeatureRow(layer);
        for (int i = at < 0 ? -at - 1 : at; i < entries.length && (entries[i] & ~NUMBER) == head; i++) {
            int feature = (int) (entries[i] & NUMBER);
            if (row.at(feature).text(field).strip().equals(key)) return feature;
        }
        return -1;
    }

    private static long head(String key) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < key.length(); i++) hash = (hash ^ key.charAt(i)) * 0x100000001B3L;
        hash = (hash ^ hash >>> 32) * 0x9E3779B97F4A7C15L;
        return hash & ~NUMBER;
    }
}
