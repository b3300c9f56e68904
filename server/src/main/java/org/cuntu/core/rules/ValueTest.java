package org.cuntu.core.rules;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A test of named values, an expression of the city's files compiled once by {@link ValueTests}. Thread safe. */
@FunctionalInterface
public interface ValueTest {
    /**
     * Whether it holds.
     *
     * @param values by the declared names; what is not given is an empty text, false, or an empty list
     * @throws Rule.Undecided when it reads a number that is not there, or runs longer than the bounds allow
     */
    boolean holds(Map<String, ? extends @Nullable Object> values);
}
