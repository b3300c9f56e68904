package org.cuntu.business.survey.internal;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import org.cuntu.business.survey.AreaUnit;
import org.cuntu.business.survey.DivisionLevel;
import org.cuntu.business.survey.TableColumns;
import org.cuntu.business.survey.TableQuestion;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.http.ProblemAnswer;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a table's address; each may be missing.
 *
 * @param layer the survey; missing: DLTB
 * @param level county, township or village
 * @param columns as {@link TableColumns}, in small letters
 * @param cls and the following: which patches count, as {@link TableQuestion.Only}
 * @param unit m2, ha or mu
 */
record SurveyParams(
        @Nullable String layer,
        @Nullable LocalDate asOf,
        @Nullable String known,
        @Nullable String division,
        @Nullable String level,
        @Nullable String columns,
        @Nullable String cls,
        @Nullable String owner,
        @Nullable String town,
        @Nullable String slope,
        @Nullable String planting,
        @Nullable String unit) {
    private static final String LAND_SURVEY = "DLTB";

    TableQuestion question() {
        return new TableQuestion(
                layerOr(layer),
                asOf,
                blank(known),
                blank(division),
                level(level),
                choice("columns", columns, TableColumns.class, TableColumns.FIRST),
                only(),
                unit(unit));
    }

    TableQuestion.Only only() {
        return new TableQuestion.Only(blank(cls), blank(owner), blank(town), blank(slope), blank(planting));
    }

    static String layerOr(@Nullable String layer) {
        return layer == null || layer.isBlank() ? LAND_SURVEY : layer;
    }

    static @Nullable DivisionLevel level(@Nullable String level) {
        return blank(level) == null ? null : choice("level", level, DivisionLevel.class, DivisionLevel.COUNTY);
    }

    static AreaUnit unit(@Nullable String unit) {
        return choice("unit", unit, AreaUnit.class, AreaUnit.HA);
    }

    /** Which classes a transition is by. */
    static TableColumns classes(@Nullable String columns) {
        TableColumns read = choice("columns", columns, TableColumns.class, TableColumns.FIRST);
        return switch (read) {
            case THREE, FIRST, SECOND, FULL -> read;
            case OWNERSHIP, TOWN, SLOPE, PLANTING -> throw wrong("columns");
        };
    }

    static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static <E extends Enum<E>> E choice(String name, @Nullable String text, Class<E> type, E otherwise) {
        if (text == null || text.isBlank()) return otherwise;
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> wrong(name));
    }

    static ProblemAnswer wrong(String parameter) {
        return new ProblemAnswer(400, Problem.refused("http.parameter", Problem.Place.UNKNOWN, "name", parameter));
    }
}
