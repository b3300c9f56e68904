package org.cuntu.engine.layer;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.channels.FileChannel;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Writes one field's values: numbers of fixed width, then scales, then a bit for each null; texts as places in the heap. */
final class ColumnOutput {
    private final Field.Type type;
    private final SectionOutput numbers;
    private final TextHeapOutput.Dictionary texts;
    private final byte[] scales;
    private final byte[] nulls;
    private int feature;

    ColumnOutput(Field.Type type, int size, FileChannel channel, long position, TextHeapOutput heap) {
        this.type = type;
        numbers = new SectionOutput(channel, position);
        texts = heap.dictionary();
        scales = new byte[type == Field.Type.DECIMAL ? size : 0];
        nulls = new byte[type == Field.Type.TEXT ? 0 : (size + 7) / 8];
    }

    void put(@Nullable Object value) throws IOException {
        if (value == null && type != Field.Type.TEXT) nulls[feature / 8] |= (byte) (1 << feature % 8);
        switch (type) {
            case TEXT -> numbers.put(value == null ? 0 : texts.place((String) value));
            case INTEGER -> numbers.put(value == null ? 0L : ((Long) value).longValue());
            case DECIMAL -> {
                BigDecimal number = value == null ? BigDecimal.ZERO : (BigDecimal) value;
                numbers.put(number.unscaledValue().longValueExact());
                scales[feature] = (byte) number.scale();
            }
            case DATE -> numbers.put(value == null ? 0 : (int) ((LocalDate) value).toEpochDay());
        }
        feature++;
    }

    void finish() throws IOException {
        numbers.put(scales);
        numbers.put(nulls);
        numbers.flush();
    }
}
