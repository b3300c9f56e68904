package org.cuntu.engine.layer;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A feature's values as bytes while the snapshot is being made. */
final class ValueBytes {
    private ValueBytes() {}

    static void write(List<@Nullable Object> values, Growing out) {
        for (int f = 0; f < values.size(); f++) writeValue(values.get(f), out);
    }

    private static void writeValue(@Nullable Object value, Growing out) {
        switch (value) {
            case null -> out.put((byte) 0);
            case String text -> {
                byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
                out.put((byte) 1).put(utf8.length).put(utf8);
            }
            case Long number -> out.put((byte) 1).put(number.longValue());
            case BigDecimal number ->
                out.put((byte) 1).put(number.unscaledValue().longValueExact()).put((byte) number.scale());
            case LocalDate date -> out.put((byte) 1).put((int) date.toEpochDay());
            default -> throw new IllegalArgumentException("no field type holds a " + value.getClass());
        }
    }

    /** The next value of a field. */
    static @Nullable Object read(Field.Type type, ByteBuffer in) {
        if (in.get() == 0) return null;
        return switch (type) {
            case TEXT -> {
                byte[] utf8 = new byte[in.getInt()];
                in.get(utf8);
                yield new String(utf8, StandardCharsets.UTF_8);
            }
            case INTEGER -> in.getLong();
            case DECIMAL -> BigDecimal.valueOf(in.getLong(), in.get());
            case DATE -> LocalDate.ofEpochDay(in.getInt());
        };
    }
}
