package org.cuntu.platform.tasks;

import java.util.List;
import java.util.Map;
import org.cuntu.engine.problem.Problem;

/**
 * What a task came to.
 *
 * @param values shown to whoever asked for it; plain texts, numbers, lists and maps
 * @param warnings what was let pass
 */
public record TaskResult(Map<String, Object> values, List<Problem> warnings) {
    public TaskResult {
        values = Map.copyOf(values);
        warnings = List.copyOf(warnings);
    }

    public static TaskResult of(Map<String, Object> values) {
        return new TaskResult(values, List.of());
    }
}
