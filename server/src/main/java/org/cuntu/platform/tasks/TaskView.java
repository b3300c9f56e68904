package org.cuntu.platform.tasks;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cuntu.engine.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A task as it stands.
 *
 * @param total null when not known
 * @param rate units a second since the start; null while not known
 * @param secondsLeft by that rate; null while not known
 * @param result null until it is done
 * @param incident of something unexpected: what the log knows it by
 */
public record TaskView(
        TaskId id,
        String kind,
        TaskState state,
        long done,
        @Nullable Long total,
        @Nullable String unit,
        @Nullable Double rate,
        @Nullable Long secondsLeft,
        @Nullable Map<String, Object> result,
        List<Problem> problems,
        @Nullable String incident,
        String by,
        Instant submittedAt,
        @Nullable Instant endedAt) {}
