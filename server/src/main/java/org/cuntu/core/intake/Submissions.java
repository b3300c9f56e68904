package org.cuntu.core.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The way of layers into the store (数据汇交). Every act is checked against the caller's reach, leaves its entry in the proof log
 * in the same transaction, and answers a {@link org.cuntu.platform.http.ProblemAnswer} 404 for what the caller may not see.
 * Thread safe.
 */
public interface Submissions {
    /**
     * An upload that is kept already.
     *
     * @param sourceLayer which of the layers that the file holds, by its own name; null: it holds one
     */
    record Given(
            SubmissionFile.Role role,
            String sha256,
            String name,
            long size,
            @Nullable String sourceLayer) {
        /** Of a file that holds one layer. */
        public Given(SubmissionFile.Role role, String sha256, String name, long size) {
            this(role, sha256, name, size, null);
        }
    }

    /**
     * A new submission.
     *
     * @param division code; null: the whole city
     * @param target of a withdrawal
     * @param invented whether the data is made up; never true on a server in earnest
     */
    record Order(
            String layer,
            @Nullable String division,
            Submission.Kind kind,
            @Nullable LocalDate inForceFrom,
            @Nullable UUID target,
            String source,
            @Nullable String crs,
            @Nullable String ground,
            boolean invented,
            List<Given> files) {
        public Order {
            files = List.copyOf(files);
        }
    }

    /**
     * Which ones to list; null: any.
     *
     * @param by account that submitted
     */
    record Filter(
            Submission.@Nullable State state,
            @Nullable String division,
            @Nullable String layer,
            @Nullable String by) {}

    /** @throws org.cuntu.engine.problem.InputRefused when it could not become a version */
    Submission create(Order order);

    /** Those seen that pass, what changed last first, at most so many. */
    List<Submission> list(Filter filter, int limit);

    Optional<Submission> find(UUID id);

    List<SubmissionStep> listSteps(Submission submission);

    List<SubmissionRound> listRounds(Submission submission);

    List<SubmissionFile> listFiles(Submission submission);

    /**
     * A new round with other files, or with the same ones when none are given and the last round broke.
     *
     * @throws org.cuntu.platform.http.ProblemAnswer 409 when nothing is to be mended
     */
    Submission resubmit(UUID id, List<Given> files, @Nullable String words);

    /** Another person than the submitters says that it can be released. */
    Submission review(UUID id, String words);

    /** Sends it back to be mended, with words. */
    Submission giveBack(UUID id, String words);

    /** A third person has it released: a task does it, wholly or not at all. */
    Submission release(UUID id, String words);

    /** The submitter takes it back. */
    Submission withdraw(UUID id, String words);

    /** A warning is right as it is, for a reason: it is not shown as open any more. */
    void accept(UUID id, String rule, String feature, String reason);

    List<Accepted> listAccepted(Submission submission);

    /** An accepted warning. */
    record Accepted(String rule, String feature, String reason, String by) {}
}
