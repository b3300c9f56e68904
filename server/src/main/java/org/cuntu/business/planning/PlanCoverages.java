package org.cuntu.business.planning;

import java.time.LocalDate;
import org.cuntu.business.survey.AreaUnit;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Tells the coverage of detailed plans. Made once for the same versions and then kept; reads only. Thread safe. */
public interface PlanCoverages {
    /**
     * @param asOf T; null: today
     * @param known K; null: all that is known
     * @throws org.cuntu.platform.http.ProblemAnswer 409 when one of the three layers does not answer
     */
    PlanCoverage of(@Nullable LocalDate asOf, @Nullable String known, AreaUnit unit);

    /**
     * Ground of a township that has no approved plan, to be drawn: nothing is measured on it.
     *
     * @throws org.cuntu.platform.http.ProblemAnswer 404 when the table has no such row
     */
    Geometry uncovered(String township, @Nullable LocalDate asOf, @Nullable String known);
}
