package org.cuntu.core.rules.internal;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelLateFunctionBindings;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * An expression with its answers: it sees nothing but the values that it names and the settings, which stay, so the same values
 * have the same answer. For what is asked again and again with few values: of the project, or of a feature's class.
 */
final class RememberedAnswers {
    private static final int MOST = 1_000;

    private final CelProgram program;
    private final CelLateFunctionBindings settings;
    private final Map<List<@Nullable Object>, Answer> answers = new ConcurrentHashMap<>();

    /** @param undecided why there is no answer; null: there is one */
    private record Answer(boolean holds, @Nullable CelEvaluationException undecided) {}

    RememberedAnswers(CelProgram program, CelLateFunctionBindings settings) {
        this.program = program;
        this.settings = settings;
    }

    /** The names that it reads. */
    List<String> reads() {
        return program.reads();
    }

    boolean test(CelProgram.Names names) throws CelEvaluationException {
        List<@Nullable Object> given = program.given(names);
        Answer answer = answers.get(given);
        if (answer == null) {
            answer = answer(given);
            if (answers.size() >= MOST) answers.clear();
            answers.put(given, answer);
        }
        if (answer.undecided != null) throw answer.undecided;
        return answer.holds;
    }

    private Answer answer(List<@Nullable Object> given) {
        try {
            return new Answer(program.test(given, settings), null);
        } catch (CelEvaluationException e) {
            return new Answer(false, e);
        }
    }
}
