package org.cuntu.business.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.cuntu.business.survey.AreaUnit;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.engine.measure.Share;
import org.jspecify.annotations.Nullable;

/**
 * How much of the ground that is to be planned has an approved detailed plan (控规覆盖率), by township, county and city, in one unit.
 * Figures are whole last places: townships add up to counties and counties to the city, in each unit.
 *
 * @param versions of boundary, plots and townships
 * @param places decimals of the unit
 * @param rows counties, each followed by its townships
 * @param whole of the city
 */
public record PlanCoverage(
        LocalDate asOf,
        @Nullable Instant known,
        List<SnapshotRef> versions,
        AreaUnit unit,
        int places,
        List<Row> rows,
        Row whole) {
    public PlanCoverage {
        versions = List.copyOf(versions);
        rows = List.copyOf(rows);
    }

    /**
     * A division.
     *
     * @param code nine digits of a township, six of a county or the city; empty: ground outside every township
     * @param zone = covered + uncovered + unanswered
     * @param unanswered ground for which the layer of plots does not answer: neither covered nor uncovered
     * @param share of covered; with the other two shares 100.00
     */
    public record Row(
            String code,
            String zh,
            String en,
            Level level,
            long zone,
            long covered,
            long uncovered,
            long unanswered,
            Share share) {}

    /** The three levels. */
    public enum Level {
        CITY,
        COUNTY,
        TOWNSHIP
    }
}
