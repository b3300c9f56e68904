package org.cuntu.core.intake;

/**
 * A file of a submission's round.
 *
 * @param sha256 of the kept file
 */
public record SubmissionFile(int round, Role role, String sha256, String name, long size) {
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
        /** A document that says something about the data; it is kept and not read. */
        PAPER
    }
}
