package org.cuntu.engine.layer;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One attribute column: text and decimals as numbers of a dictionary in order of first appearance (-1: null), integers and
 * dates as longs (the least long: null).
 */
final class ColumnWriter implements AutoCloseable {
    private final Field field;
    private final SectionFile column;
    private final SectionFile dictionary;
    private final Map<String, Integer> words = new LinkedHashMap<>();

    ColumnWriter(Field field, Path folder, int number) throws IOException {
        this.field = field;
        this.column = new SectionFile(folder.resolve("column." + number));
        this.dictionary = new SectionFile(folder.resolve("dictionary." + number));
    }

    void add(@Nullable Object value) {
        switch (field.type()) {
            case TEXT -> column.add(word(value == null ? null : (String) value));
            case DECIMAL -> column.add(word(value == null ? null : ((BigDecimal) value).toPlainString()));
            case INTEGER -> column.add(value == null ? Long.MIN_VALUE : (Long) value);
            case DATE -> column.add(value == null ? Long.MIN_VALUE : ((LocalDate) value).toEpochDay());
        }
    }

    private int word(@Nullable String text) {
        return text == null ? -1 : words.computeIfAbsent(text, t -> words.size());
    }

    /** Writes the dictionary: count, then the end of each word, then the words in UTF-8. */
    void finish() {
        dictionary.add(words.size());
        int end = 0;
        for (String word : words.keySet()) dictionary.add(end += word.getBytes(StandardCharsets.UTF_8).length);
        for (String word : words.keySet()) dictionary.add(word.getBytes(StandardCharsets.UTF_8));
    }

    SectionFile column() {
        return column;
    }

    SectionFile dictionary() {
        return dictionary;
    }

    @Override
    public void close() throws IOException {
        column.close();
        dictionary.close();
    }
}
