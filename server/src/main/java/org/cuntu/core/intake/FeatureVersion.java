package org.cuntu.core.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of one feature (图斑沿革).
 *
 * @param act RELEASE or CORRECTION of the layer's version in which it appeared
 * @param withdrawnAt since when that version is known to have been a mistake; null: it stands
 * @param change what happened to the feature there
 * @param extent its area (F), length or number of points; null when it was removed
 * @param snapshot the version of the layer
 * @param feature its number there; null when it was removed
 * @param fields what changed: values before and after
 * @param submission number of the submission that brought it; null: it did not come by one
 * @param file the delivered file; null when there is none
 */
public record FeatureVersion(
        LocalDate inForceFrom,
        Instant knownFrom,
        String act,
        @Nullable Instant withdrawnAt,
        LayerComparison.Change change,
        @Nullable Extent extent,
        String snapshot,
        @Nullable Integer feature,
        List<FieldChange> fields,
        String source,
        @Nullable String submission,
        @Nullable SubmissionFile file) {
    public FeatureVersion {
        fields = List.copyOf(fields);
    }

    /** One field's values before and after; null: none. */
    public record FieldChange(
            String field, @Nullable String before, @Nullable String after) {}
}
