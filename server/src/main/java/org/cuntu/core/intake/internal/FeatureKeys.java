package org.cuntu.core.intake.internal;

import java.util.Arrays;
import org.cuntu.engine.layer.Snapshot;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Finds a snapshot's features by their keys: at most sixteen bytes a feature, beside the snapshot that it reads. A feature without a
 * value in the key field is known by its outline. Immutable, thread safe while the snapshot is open.
 */
final class FeatureKeys {
    private static final int NONE = -1;

    private final Snapshot snapshot;
    private final int field;
    private final int[] slots;
    private final int mask;

    private FeatureKeys(Snapshot snapshot, int field) {
        this.snapshot = snapshot;
        this.field = field;
        int size = Integer.highestOneBit(StrictMath.max(4, snapshot.size())) << 2;
        slots = new int[StrictMath.min(size, 1 << 30)];
        mask = slots.length - 1;
        Arrays.fill(slots, NONE);
        for (int feature = 0; feature < snapshot.size(); feature++) {
            int slot = slot(key(feature));
            while (slots[slot] != NONE) slot = slot + 1 & mask;
            slots[slot] = feature;
        }
    }

    /** @param field the key field's code; none, or one that the snapshot lacks: every feature is known by its outline */
    static FeatureKeys of(Snapshot snapshot, String field) {
        return new FeatureKeys(snapshot, snapshot.schema().indexOf(field));
    }

    private int slot(String key) {
        int hash = key.hashCode() * 0x9E3779B9;
        return (hash ^ hash >>> 15) & mask;
    }

    Snapshot snapshot() {
        return snapshot;
    }

    String key(int feature) {
        return key(snapshot, field, feature);
    }

    /** @param field its number in the schema; below 0: none */
    static String key(Snapshot snapshot, int field, int feature) {
        Object value = field < 0 ? null : snapshot.value(feature, field);
        return value == null ? outline(snapshot.geometry(feature)) : value.toString();
    }

    /** The first feature with a key, or -1. */
    int find(String key) {
        for (int slot = slot(key); slots[slot] != NONE; slot = slot + 1 & mask)
            if (key(slots[slot]).equals(key)) return slots[slot];
        return NONE;
    }

    /** How many features have a key, counted no further than two. */
    int count(String key) {
        int count = 0;
        for (int slot = slot(key); slots[slot] != NONE && count < 2; slot = slot + 1 & mask)
            if (key(slots[slot]).equals(key)) count++;
        return count;
    }

    private static String outline(Geometry geometry) {
        long hash = 1;
        for (Coordinate c : geometry.getCoordinates())
            hash = 31 * (31 * hash + Double.doubleToLongBits(c.x)) + Double.doubleToLongBits(c.y);
        return "#" + Long.toHexString(hash);
    }
}
