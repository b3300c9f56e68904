package org.cuntu.engine.tile;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Mapbox Vector Tile of one layer in the making, version 2.1 of the specification: extent 4096, polygons only. Keys
 * and values stand in the order of their first use, features in the order they were added. Not thread safe.
 */
final class VectorTile {
    private static final int MOVE_TO = 1;
    private static final int LINE_TO = 2;
    private static final int CLOSE_PATH = 7;
    private static final int POLYGON = 3;

    private final String layerName;
    private final Map<String, Integer> keys = new LinkedHashMap<>();
    private final Map<Object, Integer> values = new LinkedHashMap<>();
    private final ProtoBuffer features = new ProtoBuffer();
    private final ProtoBuffer feature = new ProtoBuffer();
    private final ProtoBuffer tags = new ProtoBuffer();
    private final ProtoBuffer path = new ProtoBuffer();
    private int penX;
    private int penY;

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

    /** Ends the feature with its number and ground. */
    void end(TileShape shape) {
        path.clear();
        penX = 0;
        penY = 0;
        for (List<int[]> rings : shape.polygons()) for (int[] ring : rings) draw(ring);
        feature.clear();
        feature.number(1, shape.feature());
        if (tags.size() > 0) feature.message(2, tags);
        feature.number(3, POLYGON);
        feature.message(4, path);
        features.message(2, feature);
    }

    byte[] toBytes() {
        ProtoBuffer layer = new ProtoBuffer();
        layer.number(15, 2);
        layer.text(1, layerName);
        layer.append(features);
        for (String key : keys.keySet()) layer.text(3, key);
        for (Object value : values.keySet()) {
            feature.clear();
            write(feature, value);
            layer.message(4, feature);
        }
        layer.number(5, TileFrame.EXTENT);
        ProtoBuffer tile = new ProtoBuffer();
        tile.message(3, layer);
        return tile.toBytes();
    }

    private void draw(int[] ring) {
        path.varint(command(MOVE_TO, 1));
        move(ring[0], ring[1]);
        path.varint(command(LINE_TO, ring.length / 2 - 1));
        for (int i = 2; i < ring.length; i += 2) move(ring[i], ring[i + 1]);
        path.varint(command(CLOSE_PATH, 1));
    }

    private void move(int x, int y) {
        path.zigzag(x - penX);
        path.zigzag(y - penY);
        penX = x;
        penY = y;
    }

    private static int command(int id, int count) {
        return id | count << 3;
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
