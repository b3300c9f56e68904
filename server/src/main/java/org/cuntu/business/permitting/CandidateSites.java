package org.cuntu.business.permitting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.cuntu.engine.measure.Area;
import org.jspecify.annotations.Nullable;

/** Candidate sites of a case held against one another by their conflicts (选址比选). Thread safe. */
public interface CandidateSites {
    /** @param site FeatureCollection, EPSG:4490 */
    record Candidate(String name, String site) {}

    /** Two to five sites as they come out today; nothing is written. */
    Comparison compare(UUID caseId, List<Candidate> candidates, Locale locale);

    /**
     * The same, kept with the choice.
     *
     * @param chosen position of the chosen one, from 0
     * @param why not empty; said of a site that has conflicts too
     */
    Comparison keep(UUID caseId, List<Candidate> candidates, int chosen, String why, Locale locale);

    /** What was kept last. */
    Optional<Comparison> find(UUID caseId);

    /**
     * A comparison.
     *
     * @param asOf T of all of its reviews
     * @param chosen below 0: nothing chosen yet
     * @param by null: not kept
     */
    record Comparison(
            LocalDate asOf,
            List<Side> sides,
            int chosen,
            String why,
            @Nullable String by,
            @Nullable Instant at,
            @Nullable String hash) {
        public Comparison {
            sides = List.copyOf(sides);
        }
    }

    /**
     * A site's figures.
     *
     * @param conclusion of {@link org.cuntu.core.rules.Verdict}
     * @param hash canonical hash of its review
     */
    record Side(
            String name,
            String site,
            Area area,
            String conclusion,
            int fail,
            int conditional,
            int notAnswered,
            List<Row> rows,
            List<Conflict> conflicts,
            String hash) {
        public Side {
            rows = List.copyOf(rows);
            conflicts = List.copyOf(conflicts);
        }
    }

    /**
     * How much of a site a layer concerns.
     *
     * @param outside the ground that is not in the layer is meant
     * @param answer of the layer
     */
    record Row(String layer, String classes, boolean outside, String answer, Area area) {}

    record Conflict(String rule, String title, String verdict, Area area) {}
}
