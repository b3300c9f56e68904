package org.cuntu.platform.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Over which records a permission holds (contracts 12): divisions with what lies in them, each up to a classification.
 * Immutable.
 *
 * @param parts any of them suffices
 */
public record Reach(List<Part> parts) {
    public static final Reach NOTHING = new Reach(List.of());

    /** 重要, the highest classification there is. */
    public static final int HIGHEST = 4;

    /**
     * A division and what lies in it, up to a classification.
     *
     * @param division the code's significant digits: {@code 4502} the city, {@code 450206} a county, nine digits a township,
     *     twelve a village; empty: everywhere
     * @param level 1 公开, 2 内部, 3 敏感, 4 重要
     */
    public record Part(String division, int level) {
        private boolean covers(@Nullable String other) {
            return division.isEmpty() || other != null && other.startsWith(division);
        }
    }

    public Reach {
        parts = List.copyOf(parts);
    }

    /** Everywhere and everything: the home's owner, and work of the system. */
    public static Reach whole() {
        return new Reach(List.of(new Part("", HIGHEST)));
    }

    /**
     * Whether a record is shown.
     *
     * @param division the record's, significant digits; null when it is not known: then it is nobody's but the whole city's
     */
    public boolean sees(@Nullable String division, int classification) {
        return parts.stream().anyMatch(part -> part.level >= classification && part.covers(division));
    }

    /** Whether something that lies in no division, for example a layer, is shown. */
    public boolean sees(int classification) {
        return parts.stream().anyMatch(part -> part.level >= classification);
    }

    /** The significant digits of a division's code: those of a city without the zeros of its counties. */
    public static String significant(String code) {
        if (code.length() == 6 && code.endsWith("0000")) return code.substring(0, 2);
        return code.length() == 6 && code.endsWith("00") ? code.substring(0, 4) : code;
    }
}
