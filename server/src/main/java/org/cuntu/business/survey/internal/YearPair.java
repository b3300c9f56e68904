package org.cuntu.business.survey.internal;

import java.time.LocalDate;
import java.util.Optional;
import org.cuntu.business.survey.DivisionLevel;
import org.cuntu.business.survey.TableColumns;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.identity.Organisation.Division;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Two versions of a survey and what is between them, for whoever asks. Thread safe. */
@Component
class YearPair {
    private final StandingSurveys ground;
    private final FlowsKept flows;
    private final CityStatistics statistics;
    private final DivisionRows divisions;

    YearPair(StandingSurveys ground, FlowsKept flows, CityStatistics statistics, DivisionRows divisions) {
        this.ground = ground;
        this.flows = flows;
        this.statistics = statistics;
        this.divisions = divisions;
    }

    /**
     * @param from T of the earlier version
     * @param to T of the later
     * @param known K of both
     */
    record Asked(
            String layer,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable String known,
            @Nullable String division,
            @Nullable DivisionLevel level,
            TableColumns classes) {}

    /** @param flows null while they are being made */
    record Pair(
            StandingSurveys.Standing before,
            StandingSurveys.Standing after,
            SnapshotRef earlier,
            SnapshotRef later,
            Division division,
            DivisionLevel level,
            DivisionRows.Rows rows,
            @Nullable Flows flows) {}

    /**
     * @param millis how long to wait for flows that are being made
     * @throws InputRefused when a version of one of the days is missing
     */
    Pair of(Asked asked, long millis) {
        StandingSurveys.Standing before = ground.at(asked.layer, asked.from, asked.known);
        StandingSurveys.Standing after = ground.at(asked.layer, asked.to, asked.known);
        if (after.baseline().asOf().isBefore(asked.from))
            throw refused(
                    "survey.years-order",
                    "from",
                    asked.from,
                    "to",
                    after.baseline().asOf());
        SnapshotRef earlier = version(before);
        SnapshotRef later = version(after);
        Division division = statistics.division(after, asked.division);
        DivisionLevel level = asked.level == null ? DivisionRows.below(division) : asked.level;
        Optional<Flows> found = flows.find(after.layer(), versions(after, earlier, later), millis);
        return new Pair(
                before,
                after,
                earlier,
                later,
                division,
                level,
                divisions.rows(
                        division,
                        level,
                        after.baseline().asOf(),
                        after.reach(),
                        after.entry().classification()),
                found.orElse(null));
    }

    FlowsKept.Progress progress(Pair pair) {
        return flows.progress(pair.after.layer(), versions(pair.after, pair.earlier, pair.later));
    }

    private static FlowsKept.Versions versions(StandingSurveys.Standing after, SnapshotRef earlier, SnapshotRef later) {
        return new FlowsKept.Versions(earlier.hash(), later.hash(), Tallies.villages(after.baseline()));
    }

    private static SnapshotRef version(StandingSurveys.Standing standing) {
        SnapshotRef snapshot = standing.snapshot();
        if (snapshot == null)
            throw refused(
                    "survey.no-version",
                    "layer",
                    standing.layer().layer(),
                    "date",
                    standing.baseline().asOf());
        return snapshot;
    }

    private static InputRefused refused(String code, Object... args) {
        return new InputRefused(Problem.refused(code, Problem.Place.UNKNOWN, args));
    }
}
