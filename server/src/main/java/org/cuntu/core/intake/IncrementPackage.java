package org.cuntu.core.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What changed since the version in force (增量包): result = base − removed − changed + changed's new + added. Every key of
 * changed and removed is in the base, none of added is, and no key stands twice.
 *
 * @param added, changed, removed kept files; null: nothing of that kind
 */
public record IncrementPackage(
        @Nullable SubmissionFile added,
        @Nullable SubmissionFile changed,
        @Nullable SubmissionFile removed) {
    /** Of a round's files. */
    public static IncrementPackage of(List<SubmissionFile> files) {
        return new IncrementPackage(
                find(files, SubmissionFile.Role.ADDED),
                find(files, SubmissionFile.Role.CHANGED),
                find(files, SubmissionFile.Role.REMOVED));
    }

    private static @Nullable SubmissionFile find(List<SubmissionFile> files, SubmissionFile.Role role) {
        return files.stream().filter(file -> file.role() == role).findFirst().orElse(null);
    }

    public boolean isEmpty() {
        return added == null && changed == null && removed == null;
    }
}
