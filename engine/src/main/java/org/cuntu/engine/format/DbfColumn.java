package org.cuntu.engine.format;

/**
 * A column of a .dbf that is written.
 *
 * @param name at most ten bytes in the table's encoding, so ten letters or three Chinese characters in UTF-8
 * @param length of a number, digits, point and sign together; a text column is as wide as its longest value
 * @param decimals of a number
 */
public record DbfColumn(String name, Type type, int length, int decimals) {
    /** TEXT ← any value's own text, NUMBER ← any {@link Number} but a double that is not finite, DATE ← LocalDate. */
    public enum Type {
        TEXT,
        NUMBER,
        DATE
    }

    /** @throws IllegalArgumentException for a width that a .dbf cannot have */
    public DbfColumn {
        boolean fits = type != Type.NUMBER || (length >= 1 && length <= 19 && decimals >= 0 && decimals <= length - 2);
        if (!fits && !(type == Type.NUMBER && decimals == 0 && length == 1))
            throw new IllegalArgumentException(name + " of " + length + "." + decimals);
    }

    public static DbfColumn text(String name) {
        return new DbfColumn(name, Type.TEXT, 0, 0);
    }

    public static DbfColumn number(String name, int length, int decimals) {
        return new DbfColumn(name, Type.NUMBER, length, decimals);
    }

    public static DbfColumn date(String name) {
        return new DbfColumn(name, Type.DATE, 8, 0);
    }
}
