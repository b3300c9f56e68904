package org.cuntu.platform.identity;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A personal number as everybody sees it (脱敏, 等保三级 8.1.4.11): in JSON, texts and logs it is the masked form alone. The clear
 * one is given only by {@link Unmasking}, for a reason and with an entry of the proof log. Immutable.
 */
public final class Masked {
    private final String clear;
    private final String shown;

    private Masked(String clear, String shown) {
        this.clear = clear;
        this.shown = shown;
    }

    /** {@code 4502**********1234}: four digits before, four behind. */
    public static Masked identityNumber(String number) {
        return new Masked(number, masked(number, 4, 4));
    }

    /** {@code 138****5678}: three digits before, four behind. */
    public static Masked phone(String number) {
        return new Masked(number, masked(number, 3, 4));
    }

    /** {@code 张*}: the family name. */
    public static Masked name(String name) {
        return new Masked(name, masked(name, 1, 0));
    }

    private static String masked(String text, int before, int behind) {
        int[] points = text.codePoints().toArray();
        if (points.length <= before + behind) return "*".repeat(points.length);
        return new String(points, 0, before)
                + "*".repeat(points.length - before - behind)
                + new String(points, points.length - behind, behind);
    }

    @JsonValue
    public String shown() {
        return shown;
    }

    /** For {@link Unmasking} alone. */
    String clear() {
        return clear;
    }

    @Override
    public String toString() {
        return shown;
    }
}
