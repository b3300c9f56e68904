package org.cuntu.core.intake;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was made of the files of one round; what is not made yet is null.
 *
 * @param base hash of the version that it stands on; null: the layer has none
 * @param delivered the delivered features; null too when features were only taken out
 * @param part the new state of the division that delivers: what is checked
 * @param candidate the layer's new version: what is released
 * @param run of quality
 * @param comparison with the version before ({@link LayerComparison}), as JSON
 * @param yearly of a yearly change package alone
 */
public record SubmissionRound(
        int round,
        String begunBy,
        Instant begunAt,
        @Nullable String base,
        @Nullable String delivered,
        @Nullable String part,
        @Nullable String candidate,
        @Nullable UUID run,
        @Nullable Long features,
        @Nullable Long refusing,
        @Nullable Long warnings,
        @Nullable Double score,
        @Nullable String comparison,
        @Nullable Yearly yearly) {
    /**
     * What else was made of a yearly change package.
     *
     * @param previous hash of the version that was in force the day before: the package is held against it
     * @param process hash of the process layer's rows
     */
    public record Yearly(String previous, String process) {}

    /** Hash of the version that the part is compared with; null: none. */
    public @Nullable String before() {
        return yearly == null ? base : yearly.previous();
    }
}
