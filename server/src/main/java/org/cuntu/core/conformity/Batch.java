package org.cuntu.core.conformity;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A batch (批量审查): the plots of one file, each reviewed as a site of its own, all against the same baseline and the same
 * rules, which are settled when the batch is made.
 *
 * @param id {@code b-} and eight hexadecimal digits
 * @param fileHash SHA-256 of the upload
 * @param crs the system that the user stated; null: the file says it
 * @param known K as resolved
 * @param engine the version of results that made it
 * @param project the project of every plot, JSON
 * @param baseline the layers with their resolved hashes, JSON
 * @param plots how many the file has, those that cannot be reviewed too
 */
public record Batch(
        String id,
        String name,
        String fileName,
        String fileHash,
        @Nullable String crs,
        Instant at,
        String by,
        LocalDate asOf,
        @Nullable Instant known,
        int engine,
        String ruleSet,
        String project,
        String baseline,
        int plots) {
    /**
     * What is to be done.
     *
     * @param fileName the name that the user knows
     * @param request name, project and clocks; its plots are those of the file
     */
    public record Order(String fileName, @Nullable String crs, ReviewRequest request) {}

    /**
     * How many plots came to a conclusion and how large they are together.
     *
     * @param conclusion name of the verdict; null: plots that could not be reviewed
     */
    public record Sum(@Nullable String conclusion, int plots, org.cuntu.engine.measure.Area area) {}
}
