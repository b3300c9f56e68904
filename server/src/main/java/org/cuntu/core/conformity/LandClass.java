package org.cuntu.core.conformity;

import org.cuntu.core.rules.Words;

/**
 * A class of a dated scheme, as reports need it.
 *
 * @param code with its suffix, for example 0201K
 * @param group the three-way class
 */
public record LandClass(String code, Words name, Group group) {
    /** The three-way roll-up (三大类). */
    public enum Group {
        /** 农用地. */
        AGRICULTURAL,
        /** 建设用地. */
        CONSTRUCTION,
        /** 未利用地. */
        UNUSED,
        /** Ground without a class: a gap, outside the coverage, or a code that the scheme does not know. */
        UNKNOWN
    }

    /** Looks classes up; the scheme is named with its version, for example SD2019. */
    public interface Schemes {
        /** The class; group UNKNOWN and the code as name when the scheme has no such code. */
        LandClass get(String scheme, String code);
    }
}
