package org.cuntu.core.intake.internal;

import java.util.Set;

/**
 * How features of two versions are matched and compared.
 *
 * @param key the field by which a feature is known; empty: by its outline
 * @param besides fields that every delivery writes anew, such as the year of the data: another value in them is no change
 */
record Matching(String key, Set<String> besides) {
    Matching {
        besides = Set.copyOf(besides);
    }
}
