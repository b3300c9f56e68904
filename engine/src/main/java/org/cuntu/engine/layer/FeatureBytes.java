package org.cuntu.engine.layer;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A feature as bytes while the snapshot is being made: rings, then values; and the hash that orders equal places. */
record FeatureBytes(
        FlatRings rings,
        List<@Nullable Object> values,
        @Nullable Flaw flaw) {
    void write(LayerSchema schema, Growing out) {
        writeRings(rings, out);
        for (int f = 0; f < schema.fields().size(); f++) writeValue(values.get(f), out);
        // nothing is put for a feature without one: its hash, and so the layer's order, is what it always was
        if (flaw == null) return;
        out.put(flaw.kind().ordinal()).put(flaw.x()).put(flaw.y());
        writeRings(flaw.delivered(), out);
    }

    private static void writeRings(FlatRings rings, Growing out) {
        out.put(rings.rings().length);
        for (int r = 0; r < rings.rings().length; r++) {
            double[] ring = rings.rings()[r];
            out.put((byte) (rings.shells()[r] ? 1 : 0)).put(ring.length);
            for (double ordinate : ring) out.put(ordinate);
        }
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

    static FeatureBytes read(LayerSchema schema, ByteBuffer in) {
        FlatRings rings = readRings(in);
        @Nullable Object[] values = new @Nullable Object[schema.fields().size()];
        for (int f = 0; f < values.length; f++)
            values[f] = in.get() == 0 ? null : readValue(schema.fields().get(f).type(), in);
        Flaw flaw = in.hasRemaining()
                ? new Flaw(Defect.Kind.values()[in.getInt()], in.getDouble(), in.getDouble(), readRings(in))
                : null;
        return new FeatureBytes(rings, Arrays.asList(values), flaw);
    }

    private static FlatRings readRings(ByteBuffer in) {
        double[][] rings = new double[in.getInt()][];
        boolean[] shells = new boolean[rings.length];
        for (int r = 0; r < rings.length; r++) {
            shells[r] = in.get() == 1;
            rings[r] = new double[in.getInt()];
            for (int i = 0; i < rings[r].length; i++) rings[r][i] = in.getDouble();
        }
        return new FlatRings(rings, shells);
    }

    private static Object readValue(Field.Type type, ByteBuffer in) {
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

    /** A 64-bit hash of the content, the same on every machine. */
    static long hash(ByteBuffer content) {
        ByteBuffer in = content.duplicate().order(content.order());
        long h = in.remaining();
        while (in.remaining() >= 8) h = mix(h ^ in.getLong());
        while (in.hasRemaining()) h = mix(h ^ in.get());
        return h;
    }

    private static long mix(long h) {
        long m = (h ^ (h >>> 32)) * 0x9E3779B97F4A7C15L;
        return m ^ (m >>> 29);
    }
}
