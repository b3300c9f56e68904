package org.cuntu.core.intake;

import org.jspecify.annotations.Nullable;

/**
 * A file of a submission's round.
 *
 * @param sha256 of the kept file
 * @param sourceLayer which of the layers that the file holds, by its own name; null: it holds one
 */
public record SubmissionFile(
        int round,
        Role role,
        String sha256,
        String name,
        long size,
        @Nullable String sourceLayer) {
    /** What it holds. */
    public enum Role {
        /** All features. */
        WHOLE,
        /** Features whose key the base does not have. */
        ADDED,
        /** Features in place of those of the base with the same key. */
        CHANGED,
        /** Keys, or features with them, that are taken out. */
        REMOVED,
        /** The new patches of a yearly change package (更新结果层). */
        UPDATE,
        /** Which old patch became which new one (更新过程层). */
        PROCESS,
        /** A document that says something about the data; it is kept and not read. */
        PAPER
    }
}
