package org.cuntu.platform.formats.internal;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.cuntu.engine.layer.Field;
import org.jspecify.annotations.Nullable;

/** Values of an SQLite column by the type that a GeoPackage declares for it. */
final class GeoPackageValues {
    private GeoPackageValues() {}

    static boolean isBinary(String type) {
        return type.startsWith("BLOB");
    }

    static Field.Type type(String declared) {
        return switch (bare(declared)) {
            case "TINYINT", "SMALLINT", "MEDIUMINT", "INT", "INTEGER", "BIGINT" -> Field.Type.INTEGER;
            case "FLOAT", "DOUBLE", "REAL", "NUMERIC", "DECIMAL" -> Field.Type.DECIMAL;
            case "DATE" -> Field.Type.DATE;
            default -> Field.Type.TEXT;
        };
    }

    /** String, Long, BigDecimal, LocalDate or null; what is not of its column's type keeps its own. */
    static @Nullable Object value(String declared, @Nullable Object given) {
        return switch (given) {
            case null -> null;
            case Integer whole -> whole(declared, whole.longValue());
            case Long whole -> whole(declared, whole);
            case Double number -> Double.isFinite(number) ? BigDecimal.valueOf(number) : null;
            case String text -> text(declared, text);
            default -> null;
        };
    }

    private static Object whole(String declared, long value) {
        if (bare(declared).equals("BOOLEAN")) return value != 0 ? "true" : "false";
        return switch (type(declared)) {
            case DECIMAL -> BigDecimal.valueOf(value);
            case TEXT -> String.valueOf(value);
            case INTEGER, DATE -> value;
        };
    }

    private static @Nullable Object text(String declared, String text) {
        if (text.isEmpty()) return null;
        if (type(declared) != Field.Type.DATE) return text;
        try {
            return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
        } catch (DateTimeException e) {
            return text;
        }
    }

    private static String bare(String declared) {
        int open = declared.indexOf('(');
        return (open < 0 ? declared : declared.substring(0, open)).strip();
    }
}
