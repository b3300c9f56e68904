package org.cuntu.core.rules.internal;

import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelLateFunctionBindings;
import java.util.List;
import java.util.Map;
import org.cuntu.core.rules.Rule;
import org.cuntu.core.rules.ValueTest;
import org.cuntu.core.rules.ValueTests;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tests of values by the same runner as the rules of a review. */
@Component
public class CelValueTests implements ValueTests {
    @Override
    public ValueTest compile(String file, String name, String expression, Map<String, Type> names) {
        try {
            return compileValues(name, expression, names);
        } catch (CelValidationException e) {
            throw new InputRefused(
                    Problem.refused("rule.expression", Problem.Place.file(file), "message", e.getMessage()));
        }
    }

    /** One test of named values; what is not given is empty, false or no list, but no number is made up. */
    private static ValueTest compileValues(String name, String source, Map<String, ValueTests.Type> names)
            throws CelValidationException {
        CelCompilerBuilder values = CelTests.compiler();
        names.forEach((each, type) -> values.addVar(each, type(type)));
        CelProgram program = CelTests.program(values::build, source);
        CelLateFunctionBindings none =
                CelLateFunctionBindings.from(CelFunctionBinding.from("setting_string", String.class, setting -> {
                    throw new IllegalArgumentException("no setting here: " + setting);
                }));
        return given -> {
            try {
                return program.test(
                        each -> given.get(each) == null
                                ? empty(names.getOrDefault(each, ValueTests.Type.ANY))
                                : CelTests.celValue(given.get(each)),
                        none);
            } catch (CelEvaluationException e) {
                throw new Rule.Undecided(name, e);
            }
        };
    }

    private static CelType type(ValueTests.Type type) {
        return switch (type) {
            case TEXT -> SimpleType.STRING;
            case INTEGER -> SimpleType.INT;
            case DECIMAL -> SimpleType.DOUBLE;
            case FLAG -> SimpleType.BOOL;
            case TEXTS -> ListType.create(SimpleType.STRING);
            case TEXT_BY_NAME -> MapType.create(SimpleType.STRING, SimpleType.STRING);
            case ANY -> SimpleType.DYN;
        };
    }

    private static @Nullable Object empty(ValueTests.Type type) {
        return switch (type) {
            case TEXT -> "";
            case FLAG -> false;
            case TEXTS -> List.of();
            case TEXT_BY_NAME -> Map.of();
            case INTEGER, DECIMAL, ANY -> null;
        };
    }
}
