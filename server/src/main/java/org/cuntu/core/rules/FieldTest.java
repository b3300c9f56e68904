package org.cuntu.core.rules;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A test of one feature's fields, an expression of the city's files compiled once. It sees each field by its code: TEXT and DATE as texts,
 * nothing as {@code ""}; INTEGER and DECIMAL as numbers, which cannot be read when there is none; and {@code present}, the codes of the
 * fields that hold something. Thread safe.
 */
@FunctionalInterface
public interface FieldTest {
    /**
     * Whether it holds.
     *
     * @param fields at least those that the expression names; others need not be given
     * @throws Rule.Undecided when it reads a number that is not there
     */
    boolean holds(Map<String, @Nullable Object> fields);
}
