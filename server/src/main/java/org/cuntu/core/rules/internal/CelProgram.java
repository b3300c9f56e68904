package org.cuntu.core.rules.internal;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelEvaluationExceptionBuilder;
import dev.cel.runtime.CelFunctionResolver;
import dev.cel.runtime.CelLateFunctionBindings;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A compiled expression, which is given what it names and nothing else: to lay out all that a rule could see took longer
 * than to judge it.
 */
record CelProgram(List<String> reads, Evaluation evaluation) {
    interface Evaluation {
        Object of(Map<String, ?> facts, CelFunctionResolver settings) throws CelEvaluationException;
    }

    boolean test(Names names, CelLateFunctionBindings settings) throws CelEvaluationException {
        return test(given(names), settings);
    }

    /** What it names, in the order of {@code reads}. */
    List<@Nullable Object> given(Names names) {
        @Nullable Object[] values = new @Nullable Object[reads.size()];
        for (int i = 0; i < values.length; i++) values[i] = names.value(reads.get(i));
        return Arrays.asList(values);
    }

    boolean test(List<@Nullable Object> given, CelLateFunctionBindings settings) throws CelEvaluationException {
        Map<String, Object> facts = HashMap.newHashMap(reads.size());
        for (int i = 0; i < reads.size(); i++) {
            Object value = given.get(i);
            if (value != null) facts.put(reads.get(i), value);
        }
        // a name without a value makes no error but an "unknown set"
        if (evaluation.of(facts, settings) instanceof Boolean answer) return answer;
        throw CelEvaluationExceptionBuilder.newBuilder("a value is missing").build();
    }

    /** What an expression may ask for by name; null: not there. */
    interface Names {
        @Nullable
        Object value(String name);
    }
}
