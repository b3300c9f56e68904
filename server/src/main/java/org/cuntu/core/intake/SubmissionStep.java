package org.cuntu.core.intake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cuntu.engine.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A step that a submission took (办理环节).
 *
 * @param number from 1, in the order taken
 * @param words of whoever took it: a reason, a remark; null where none are given
 * @param figures what it came to, plain numbers and texts
 * @param problems what refused it, or what was let pass
 */
public record SubmissionStep(
        int number,
        int round,
        Step step,
        Outcome outcome,
        Instant beganAt,
        Instant endedAt,
        String actor,
        @Nullable String words,
        Map<String, Object> figures,
        List<Problem> problems) {
    public SubmissionStep {
        figures = Map.copyOf(figures);
        problems = List.copyOf(problems);
    }

    /** The way, in its order. */
    public enum Step {
        /** 接收. */
        RECEIVE,
        /** 解析. */
        READ,
        /** 坐标与字段. */
        FIT,
        /** 质检. */
        CHECK,
        /** 整改. */
        MEND,
        /** 复核. */
        REVIEW,
        /** 发布. */
        RELEASE
    }

    /** How it ended. */
    public enum Outcome {
        DONE,
        /** By the data: it is to be mended. */
        REFUSED,
        /** By a person, with words: 退回. */
        RETURNED,
        /** By the submitter: 撤回. */
        WITHDRAWN,
        /** By something unexpected; the same files can be submitted again. */
        BROKEN,
        /** The version it stood on has changed meanwhile: it is made and checked anew. */
        MOVED
    }
}
