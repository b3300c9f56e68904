package org.cuntu.core.conformity;

import java.time.LocalDate;
import java.util.List;
import org.cuntu.core.rules.Project;
import org.cuntu.engine.format.Plot;
import org.cuntu.engine.geometry.Crs;
import org.jspecify.annotations.Nullable;

/**
 * What is to be reviewed.
 *
 * @param name the project's name; may be empty
 * @param crs the system of the plots' coordinates
 * @param plots as read; already checked
 * @param asOf T; null: today in the city's zone
 * @param known K: an ISO instant or a date; null: all that is known
 */
public record ReviewRequest(
        String name,
        Crs crs,
        List<Plot> plots,
        Project project,
        @Nullable LocalDate asOf,
        @Nullable String known) {
    public ReviewRequest {
        plots = List.copyOf(plots);
    }
}
