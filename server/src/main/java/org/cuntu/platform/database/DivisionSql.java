package org.cuntu.platform.database;

/** A division as a condition: a range of its significant digits, which an index serves in any collation. */
public final class DivisionSql {
    private DivisionSql() {}

    /**
     * Whether a column of digits lies in a division. The digits stand in the text and are no parameter: how many rows a division has decides the
     * plan, and a plan for any division is one for a small one.
     *
     * @param digits significant ones; none: everywhere
     */
    public static String within(String column, String digits) {
        if (digits.isEmpty()) return "1 = 1";
        if (!digits.matches("[0-9]{1,12}")) throw new IllegalArgumentException("no division: " + digits);
        String after = String.valueOf(Long.parseLong(digits) + 1);
        if (after.length() != digits.length()) return "(" + column + " >= '" + digits + "')";
        return "(" + column + " >= '" + digits + "' and " + column + " < '" + after + "')";
    }
}
