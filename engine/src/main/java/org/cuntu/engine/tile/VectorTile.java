package org.cuntu.engine.tile;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cuntu.engine.layer.Dimension;
import org.jspecify.annotations.Nullable;

/**
 * A Mapbox Vector Tile of one layer in the making, version 2.1 of the specification: extent 4096. Keys
 * and values stand in the order of their first use, features in the order they were added. Not thread safe.
 */
final class VectorTile {
    private static final int POINT = 1;
    private static final int LINE = 2;
    private static final int POLYGON = 3;

    private final String layerName;
    private final Map<String, Integer> keys = new LinkedHashMap<>();
    private final Map<Object, Integer> values = new LinkedHashMap<>();
    private final ProtoBuffer features = new ProtoBuffer();
    private final ProtoBuffer feature = new ProtoBuffer();
    private final ProtoBuffer tags = new ProtoBuffer();

    VectorTile(String layerName) {
        this.layerName = layerName;
    }

    /** Starts a feature; its tags follow, then {@link #end}. */
    void begin() {
        tags.clear();
    }

    /** A property of the feature; null is left out, as MVT has none. */
    void tag(String key, @Nullable Object value) {
        if (value == null) return;
        tags.varint(position(keys, key));
        tags.varint(position(values, inTile(value)));
    }

    /** Ends a feature of polygons with its number and its path, as bytes in a buffer. */
    void end(int number, ProtoBuffer paths, int from, int to) {
        end(number, POLYGON, paths, from, to);
    }

    /** Ends a feature of lines or points. */
    void end(int number, Dimension dimension, ProtoBuffer path) {
        end(number, dimension == Dimension.LINE ? LINE : POINT, path, 0, path.size());
    }

    private void end(int number, int type, ProtoBuffer paths, int from, int to) {
        feature.clear();
        feature.number(1, number);
        if (tags.size() > 0) feature.message(2, tags);
        feature.number(3, type);
        feature.message(4, paths, from, to);
        features.message(2, feature);
    }

    byte[] toBytes() {
        ProtoBuffer head = new ProtoBuffer();
        head.number(15, 2);
        head.text(1, layerName);
        ProtoBuffer tail = new ProtoBuffer();
        for (String key : keys.keySet()) tail.text(3, key);
        for (Object value : values.keySet()) {
            feature.clear();
            write(feature, value);
            tail.message(4, feature);
        }
        tail.number(5, TileFrame.EXTENT);
        return ProtoBuffer.message(3, head, features, tail);
    }

    private static <T> int position(Map<T, Integer> table, T item) {
        Integer known = table.putIfAbsent(item, table.size());
        return known == null ? table.size() - 1 : known;
    }

    /** String, Long or Double; a date becomes its ISO form. */
    private static Object inTile(Object value) {
        return switch (value) {
            case Long number -> number;
            case Integer number -> number.longValue();
            case BigDecimal decimal -> decimal.doubleValue();
            default -> value.toString();
        };
    }

    private static void write(ProtoBuffer out, Object value) {
        switch (value) {
            case Long number when number >= 0 -> out.number(5, number);
            case Long number -> out.number(4, number);
            case Double number -> out.decimal(3, number);
            default -> out.text(1, value.toString());
        }
    }
}
