package org.cuntu.business.survey.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.cuntu.business.survey.DivisionLevel;
import org.cuntu.business.survey.SurveyLayer;
import org.cuntu.business.survey.SurveyStatistics;
import org.cuntu.business.survey.SurveyTable;
import org.cuntu.business.survey.SurveyTable.Place;
import org.cuntu.business.survey.TableColumns;
import org.cuntu.business.survey.TableQuestion;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.Organisation.Division;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Statistics by the city's file, from counted versions. */
@Component
class CityStatistics implements SurveyStatistics {
    /** Surveys that cover all ground have control areas; a special one has none. */
    private static final String CONTROLLED = "COVERAGE";

    private final StandingSurveys ground;
    private final DivisionRows divisions;
    private final ControlAreas controls;
    private final CodeWords codes;
    private final SurveyFile file;
    private final SnapshotStore store;

    CityStatistics(
            StandingSurveys ground,
            DivisionRows divisions,
            ControlAreas controls,
            CodeWords codes,
            SurveyFile file,
            SnapshotStore store) {
        this.ground = ground;
        this.divisions = divisions;
        this.controls = controls;
        this.codes = codes;
        this.file = file;
        this.store = store;
    }

    /** What a question is of: the survey at its moment, the division and the rows below it. */
    record Scope(StandingSurveys.Standing standing, Place place, DivisionLevel level, DivisionRows.Rows rows) {}

    /** @throws ProblemAnswer 404 as {@link #table} */
    Scope scope(
            String layer,
            @Nullable LocalDate asOf,
            @Nullable String known,
            @Nullable String division,
            @Nullable DivisionLevel level) {
        StandingSurveys.Standing standing = ground.at(layer, asOf, known);
        Division found = division(standing, division);
        DivisionLevel below = level == null ? DivisionRows.below(found) : level;
        return new Scope(
                standing,
                DivisionRows.place(found),
                below,
                divisions.rows(
                        found,
                        below,
                        standing.baseline().asOf(),
                        standing.reach(),
                        standing.entry().classification()));
    }

    /** The mean of a field in each row, and in all of them last; empty when there is no version. */
    List<MeanMaking.Sum> means(Scope scope, String field, List<String> classes) {
        SnapshotRef snapshot = scope.standing.snapshot();
        Tally tally = ground.tally(scope.standing);
        if (snapshot == null || tally == null) return List.of();
        try (SnapshotStore.Lease lease = store.open(snapshot.hash())) {
            return new MeanMaking(tally, lease.snapshot(), field).sums(scope.rows, scope.standing.roll(), classes);
        }
    }

    @Override
    public List<SurveyLayer> listLayers() {
        return ground.listLayers();
    }

    @Override
    public SurveyTable table(TableQuestion question) {
        Scope scope = scope(question.layer(), question.asOf(), question.known(), question.division(), question.level());
        StandingSurveys.Standing standing = scope.standing;
        requireColumns(standing.layer(), question.columns());
        boolean controlled = standing.entry().schema().kind().name().equals(CONTROLLED);
        return TableMaking.of(
                standing,
                ground.tally(standing),
                question,
                scope.place,
                scope.level,
                scope.rows,
                codes,
                controlled ? controls.of(standing.baseline(), scope.level) : Map.of(),
                file.places(question.unit()));
    }

    /** @throws ProblemAnswer 404 for a division that there is not, or of which nothing is seen */
    Division division(StandingSurveys.Standing standing, @Nullable String code) {
        return divisions
                .find(code)
                .filter(found -> isSeen(standing, found))
                .orElseThrow(
                        () -> ProblemAnswer.notFound("survey.unknown-division", "division", code == null ? "" : code));
    }

    /** Whether it, or something in it, is in the reach of whoever asks. */
    private static boolean isSeen(StandingSurveys.Standing standing, Division division) {
        int level = standing.entry().classification();
        return standing.reach().parts().stream()
                .anyMatch(part -> part.level() >= level
                        && (division.significant().startsWith(part.division())
                                || part.division().startsWith(division.significant())));
    }

    private static void requireColumns(SurveyLayer layer, TableColumns columns) {
        boolean there =
                switch (columns) {
                    case THREE, SECOND, FULL -> layer.scheme() != null;
                    case FIRST -> true;
                    case OWNERSHIP -> layer.owner() != null;
                    case TOWN -> layer.town() != null;
                    case SLOPE -> layer.slope() != null;
                    case PLANTING -> layer.planting() != null;
                };
        if (!there)
            throw new InputRefused(Problem.refused(
                    "survey.no-such-columns", Problem.Place.UNKNOWN, "layer", layer.layer(), "columns", columns));
    }
}
