package org.cuntu.core.rules;

import org.cuntu.engine.layer.LayerSchema;

/** Compiles tests of fields from the city's files, in the bounds of every rule. Thread safe. */
public interface FieldTests {
    /**
     * @param file named in what is refused
     * @param name of the rule that it belongs to
     * @throws org.cuntu.engine.problem.InputRefused {@code rule.expression} when it does not compile against the layer's fields
     */
    FieldTest compile(String file, String name, String expression, LayerSchema layer);
}
