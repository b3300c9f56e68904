package org.cuntu.engine.format;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.engine.format.FgbHead.Column;
import org.jspecify.annotations.Nullable;

/** The attributes of a FlatGeobuf feature. Bytes that are no values end in an {@link IndexOutOfBoundsException}. */
final class FgbValues {
    private FgbValues() {}

    static Map<String, @Nullable Object> read(byte @Nullable [] properties, List<Column> columns) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Column column : columns) if (column.kind() != FgbHead.Kind.BINARY) values.put(column.name(), null);
        if (properties == null) return values;
        ByteBuffer in = ByteBuffer.wrap(properties).order(ByteOrder.LITTLE_ENDIAN);
        try {
            while (in.hasRemaining()) {
                int index = in.getShort() & 0xFFFF;
                Column column = columns.get(index);
                Object value = value(column.kind(), in);
                if (column.kind() != FgbHead.Kind.BINARY) values.put(column.name(), value);
            }
        } catch (java.nio.BufferUnderflowException e) {
            throw new IndexOutOfBoundsException("properties");
        }
        return values;
    }

    private static @Nullable Object value(FgbHead.Kind kind, ByteBuffer in) {
        return switch (kind) {
            case BYTE -> (long) in.get();
            case UBYTE -> in.get() & 0xFFL;
            case BOOL -> in.get() != 0 ? "true" : "false";
            case SHORT -> (long) in.getShort();
            case USHORT -> in.getShort() & 0xFFFFL;
            case INT -> (long) in.getInt();
            case UINT -> in.getInt() & 0xFFFFFFFFL;
            case LONG -> in.getLong();
            case ULONG -> new BigDecimal(Long.toUnsignedString(in.getLong()));
            case FLOAT -> {
                float value = in.getFloat();
                yield Float.isFinite(value) ? new BigDecimal(Float.toString(value)) : null;
            }
            case DOUBLE -> {
                double value = in.getDouble();
                yield Double.isFinite(value) ? BigDecimal.valueOf(value) : null;
            }
            case STRING, JSON, DATETIME -> text(bytes(in));
            case BINARY -> bytes(in);
        };
    }

    private static byte[] bytes(ByteBuffer in) {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) throw new IndexOutOfBoundsException("length " + length);
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private static @Nullable String text(byte[] bytes) {
        if (bytes.length == 0) return null;
        if (isPlain(bytes)) return new String(bytes, StandardCharsets.ISO_8859_1);
        return StrictText.decode(bytes, 0, StandardCharsets.UTF_8)
                .filter(StrictText::isText)
                .orElseThrow(() -> new IndexOutOfBoundsException("no text"));
    }

    private static boolean isPlain(byte[] bytes) {
        for (byte b : bytes) if (b < ' ' || b == 0x7F) return false;
        return true;
    }
}
