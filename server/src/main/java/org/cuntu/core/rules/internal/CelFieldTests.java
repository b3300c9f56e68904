package org.cuntu.core.rules.internal;

import dev.cel.common.CelValidationException;
import org.cuntu.core.rules.FieldTest;
import org.cuntu.core.rules.FieldTests;
import org.cuntu.engine.layer.LayerSchema;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.springframework.stereotype.Component;

/** Tests of fields by the same runner as the rules of a review. */
@Component
public class CelFieldTests implements FieldTests {
    @Override
    public FieldTest compile(String file, String name, String expression, LayerSchema layer) {
        try {
            return CelTests.compileFields(name, expression, layer);
        } catch (CelValidationException e) {
            throw new InputRefused(
                    Problem.refused("rule.expression", Problem.Place.file(file), "message", e.getMessage()));
        }
    }
}
