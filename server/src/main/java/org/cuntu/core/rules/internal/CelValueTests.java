package org.cuntu.core.rules.internal;

import dev.cel.common.CelValidationException;
import java.util.Map;
import org.cuntu.core.rules.ValueTest;
import org.cuntu.core.rules.ValueTests;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.springframework.stereotype.Component;

/** Tests of values by the same runner as the rules of a review. */
@Component
public class CelValueTests implements ValueTests {
    @Override
    public ValueTest compile(String file, String name, String expression, Map<String, Type> names) {
        try {
            return CelTests.compileValues(name, expression, names);
        } catch (CelValidationException e) {
            throw new InputRefused(
                    Problem.refused("rule.expression", Problem.Place.file(file), "message", e.getMessage()));
        }
    }
}
