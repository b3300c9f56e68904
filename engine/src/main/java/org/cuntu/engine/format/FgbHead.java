package org.cuntu.engine.format;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.cuntu.engine.layer.Field;
import org.jspecify.annotations.Nullable;

/**
 * The head of a FlatGeobuf file, version 3.
 *
 * @param type of all geometries; 0: each says its own
 * @param columns in order; null where a column is not read (binary)
 * @param features how many there are; 0: not said
 * @param node how many entries a node of the spatial index has; 0: there is none
 * @param crs {@code EPSG:4490}, or null
 * @param wkt the system as well-known text, or null
 */
record FgbHead(
        int type,
        boolean z,
        boolean m,
        List<Column> columns,
        long features,
        int node,
        @Nullable String crs,
        @Nullable String wkt) {
    /** The kinds of values, numbered as in the format. */
    enum Kind {
        BYTE,
        UBYTE,
        BOOL,
        SHORT,
        USHORT,
        INT,
        UINT,
        LONG,
        ULONG,
        FLOAT,
        DOUBLE,
        STRING,
        JSON,
        DATETIME,
        BINARY;

        Field.Type fieldType() {
            return switch (this) {
                case BYTE, UBYTE, SHORT, USHORT, INT, UINT, LONG -> Field.Type.INTEGER;
                case ULONG, FLOAT, DOUBLE -> Field.Type.DECIMAL;
                case BOOL, STRING, JSON, DATETIME, BINARY -> Field.Type.TEXT;
            };
        }
    }

    record Column(String name, Kind kind) {}

    private static final int MOST_KINDS = Kind.values().length;
    private static final int NODE_BYTES = 40;

    /** @throws IndexOutOfBoundsException when the bytes are no head */
    static FgbHead read(ByteBuffer bytes) {
        FlatTable head = FlatTable.root(bytes);
        FlatTable system = head.table(10);
        String wkt = system == null ? null : text(system.text(4));
        return new FgbHead(
                head.uint8(2),
                head.uint8(3) != 0,
                head.uint8(4) != 0,
                columns(head.vector(7, 4)),
                head.int64(8),
                head.uint16(9, 16),
                system == null ? null : name(system),
                wkt == null || wkt.isBlank() ? null : wkt);
    }

    private static @Nullable String name(FlatTable system) {
        String body = text(system.text(0));
        int code = system.int32(1);
        if (code > 0) return (body == null || body.isEmpty() ? "EPSG" : body) + ":" + code;
        String given = text(system.text(5));
        return given == null || given.isEmpty() ? null : given;
    }

    static List<Column> columns(FlatTable.@Nullable Vector vector) {
        List<Column> columns = new ArrayList<>();
        if (vector == null) return columns;
        if (vector.length() > InputLimits.FIELDS) throw new IndexOutOfBoundsException("columns " + vector.length());
        for (int i = 0; i < vector.length(); i++) {
            FlatTable column = vector.table(i);
            String name = text(column.text(0));
            int kind = column.uint8(1);
            if (name == null || kind >= MOST_KINDS) throw new IndexOutOfBoundsException("column " + i);
            columns.add(new Column(name, Kind.values()[kind]));
        }
        return columns;
    }

    private static @Nullable String text(byte @Nullable [] bytes) {
        if (bytes == null) return null;
        return StrictText.decode(bytes, 0, StandardCharsets.UTF_8)
                .filter(StrictText::isText)
                .orElseThrow(() -> new IndexOutOfBoundsException("no text"));
    }

    /** The length of the spatial index, which is passed over; -1 when it cannot be. */
    long indexBytes() {
        if (node == 0 || features == 0) return 0;
        if (node < 2 || features < 0 || features > Integer.MAX_VALUE) return -1;
        long nodes = features;
        for (long level = features; level > 1; ) {
            level = (level + node - 1) / node;
            nodes += level;
        }
        return (features == 1 ? 2 : nodes) * NODE_BYTES;
    }
}
