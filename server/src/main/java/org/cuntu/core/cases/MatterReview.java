package org.cuntu.core.cases;

import org.jspecify.annotations.Nullable;

/**
 * How the site of a case is reviewed.
 *
 * @param step the step at whose arrival the review runs by itself
 * @param kind of {@link org.cuntu.core.rules.Project}
 * @param purpose code of YDYH2023, or {@code form:<field>}
 * @param level of the project, or {@code form:<field>}
 * @param sites how many candidate sites may be compared; 1: no comparison
 * @param blocking whether a finding FAIL keeps every step from agreeing
 * @param newConstruction what it states, see {@link org.cuntu.core.rules.ProjectFacts}; null: nothing
 */
public record MatterReview(
        String step,
        String kind,
        String purpose,
        String level,
        int sites,
        boolean blocking,
        @Nullable String newConstruction) {}
