package org.cuntu.core.quality.internal;

import java.util.Map;

/**
 * The codes that a field may hold, each with its name.
 *
 * @param name as people know it: a class scheme with its version, or a list of the city
 */
record CodeList(String name, Map<String, String> names) {
    boolean holds(String code) {
        return names.containsKey(code);
    }

    /** Empty for a code that it does not hold. */
    String nameOf(String code) {
        return names.getOrDefault(code, "");
    }
}
