package org.cuntu.core.rules;

import java.util.Map;

/** Compiles tests of named values from the city's files, in the bounds of every rule. Thread safe. */
public interface ValueTests {
    /**
     * @param file named in what is refused
     * @param name of what the test decides
     * @param names what the expression may read, dots allowed, and what each is
     * @throws org.cuntu.engine.problem.InputRefused {@code rule.expression} when it does not compile
     */
    ValueTest compile(String file, String name, String expression, Map<String, Type> names);

    /** What a value is. */
    enum Type {
        TEXT,
        INTEGER,
        DECIMAL,
        FLAG,
        /** a list of texts */
        TEXTS,
        /** texts by name */
        TEXT_BY_NAME,
        /** anything, until it is compared */
        ANY
    }
}
