package org.cuntu.engine.format;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads the {@code properties} of GeoJSON features: whole numbers of up to 18 digits, decimals, text, null; lists and objects become
 * null. Most features of a file have the same fields in the same order, and many a text is that of the feature before: neither is made
 * anew.
 */
final class GeoJsonValues {
    private static final int WHOLE_DIGITS = 18;
    private static final int DECIMAL_DIGITS = 40;
    private static final int EXPONENT_DIGITS = 3;
    private static final Object SOME_WHOLE = 0L;
    private static final String SOME_TEXT = "";

    private final JsonParser parser;
    private final boolean wanted;
    private final FieldNames names = new FieldNames();
    /** By field, the text that came last. */
    private final List<@Nullable String> last = new ArrayList<>();
    /** Where values are not wanted the one row that is given again and again. */
    private final ValueRow seen = new ValueRow(names);

    private final Supplier<? extends RuntimeException> tooMany;

    /**
     * @param wanted whether values are; else each is another one of its type, and a row is good until the next is read
     * @param tooMany what is thrown beyond {@link InputLimits#FIELDS}
     */
    GeoJsonValues(JsonParser parser, boolean wanted, Supplier<? extends RuntimeException> tooMany) {
        this.parser = parser;
        this.wanted = wanted;
        this.tooMany = tooMany;
    }

    /** Of the object that has begun. */
    Map<String, @Nullable Object> read() {
        ValueRow row = wanted ? new ValueRow(names) : seen;
        if (!wanted) seen.clearAll();
        Map<String, @Nullable Object> another = null;
        int field = FieldNames.NONE;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            int number = names.number(name, field + 1);
            Object value = value(parser.nextToken(), number);
            // twice, or in another order than before: kept as it comes
            if (another == null && number <= field) another = new LinkedHashMap<>(row);
            if (another != null) another.put(name, value);
            else row.set(number, value);
            field = number;
            if ((another == null ? row : another).size() > InputLimits.FIELDS) throw tooMany.get();
        }
        return another == null ? row : another;
    }

    private @Nullable Object value(JsonToken token, int field) {
        return switch (token) {
            case VALUE_STRING -> wanted ? text(field) : SOME_TEXT;
            case VALUE_TRUE -> "true";
            case VALUE_FALSE -> "false";
            case VALUE_NUMBER_INT -> whole();
            case VALUE_NUMBER_FLOAT -> decimal();
            case START_OBJECT, START_ARRAY -> {
                parser.skipChildren();
                yield null;
            }
            default -> null;
        };
    }

    private String text(int field) {
        char[] text = parser.getStringCharacters();
        int from = parser.getStringOffset();
        int length = parser.getStringLength();
        while (last.size() <= field) last.add(null);
        String before = last.get(field);
        if (before != null && isSame(before, text, from, length)) return before;
        String made = new String(text, from, length);
        last.set(field, made);
        return made;
    }

    private static boolean isSame(String text, char[] characters, int from, int length) {
        if (text.length() != length) return false;
        // what differs mostly differs at its end
        for (int i = length - 1; i >= 0; i--) if (text.charAt(i) != characters[from + i]) return false;
        return true;
    }

    private Object whole() {
        if (parser.getStringLength() > WHOLE_DIGITS) return wanted ? parser.getString() : SOME_TEXT;
        return wanted ? (Object) parser.getLongValue() : SOME_WHOLE;
    }

    private Object decimal() {
        char[] digits = parser.getStringCharacters();
        int from = parser.getStringOffset();
        int length = parser.getStringLength();
        if (length > DECIMAL_DIGITS || isHuge(digits, from, from + length))
            return wanted ? parser.getString() : SOME_TEXT;
        return wanted ? new BigDecimal(digits, from, length) : BigDecimal.ZERO;
    }

    /** Whether its exponent has more than two digits: it would be a number of a gigabyte. */
    private static boolean isHuge(char[] number, int from, int end) {
        int at = from;
        while (at < end && number[at] != 'e' && number[at] != 'E') at++;
        if (at == end) return false;
        at++;
        if (at < end && (number[at] == '+' || number[at] == '-')) at++;
        return end - at >= EXPONENT_DIGITS;
    }
}
