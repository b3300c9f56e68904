package org.cuntu.business.survey.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.business.survey.AreaUnit;
import org.cuntu.business.survey.DivisionLevel;
import org.cuntu.business.survey.SurveyIndex;
import org.cuntu.business.survey.SurveyLayer;
import org.cuntu.business.survey.SurveyTable;
import org.cuntu.business.survey.SurveyTable.Place;
import org.cuntu.business.survey.TableColumns;
import org.cuntu.business.survey.TableQuestion;
import org.cuntu.engine.measure.Area;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The city's indexes of its surveys, for a division and each part of it: shares of the areas of the surveys' tables, so they are of the
 * same ground, moment and reach, and means of a field weighted by those areas. Thread safe.
 */
@Component
class IndexMaking {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final SurveyFile file;
    private final CityStatistics statistics;

    IndexMaking(SurveyFile file, CityStatistics statistics) {
        this.file = file;
        this.statistics = statistics;
    }

    /** @param asOf T; null: today. @param known K; null: all that is known. @param division null: the city */
    record Asked(
            @Nullable LocalDate asOf,
            @Nullable String known,
            @Nullable String division) {}

    /**
     * An index at a moment.
     *
     * @param value null when it cannot be told
     * @param part m², {@code whole} too; of a mean the ground whose patches have the value, and all of it
     * @param mean the field whose mean it is; null: it is a share
     * @param reason why it cannot be told, or relied on; null: it can
     * @param partial whether there is ground that whoever asks does not see
     */
    record IndexView(
            String id,
            String zh,
            String en,
            @Nullable String value,
            String unit,
            String part,
            String whole,
            @Nullable String mean,
            List<String> layers,
            String source,
            boolean verified,
            @Nullable String reason,
            boolean partial) {}

    /** A division's part. @param values one an index, null where it cannot be told */
    record IndexRow(Place place, List<@Nullable String> values) {}

    /** Indexes by division. @param indexes of the whole division */
    record IndexTable(
            LocalDate asOf, Place division, DivisionLevel level, List<IndexView> indexes, List<IndexRow> rows) {}

    /** What an index came to in a row. */
    private record Figure(Area part, Area whole, @Nullable String value) {
        static final Figure NOTHING = new Figure(Area.ZERO, Area.ZERO, null);
    }

    /** Of the rows and of all of them. */
    private record Figures(
            Map<Place, Figure> rows, Figure sum, @Nullable String reason, boolean partial) {}

    /** Those of surveys that whoever asks may see. */
    List<IndexView> list(Asked asked) {
        return seen(null).stream()
                .map(index -> view(index, figures(index, asked, null)))
                .toList();
    }

    /** @param layer only indexes of this survey; null: all. @param level null: directly below the division */
    IndexTable table(Asked asked, @Nullable DivisionLevel level, @Nullable String layer) {
        List<IndexView> views = new ArrayList<>();
        Map<Place, List<@Nullable String>> rows = new LinkedHashMap<>();
        List<SurveyIndex> seen = seen(layer);
        for (SurveyIndex index : seen) {
            Figures figures = figures(index, asked, level);
            int column = views.size();
            views.add(view(index, figures));
            figures.rows.forEach((place, figure) -> {
                List<@Nullable String> values = rows.computeIfAbsent(place, fresh -> new ArrayList<>());
                while (values.size() < column) values.add(null);
                values.add(figure.value);
            });
        }
        List<IndexRow> made = new ArrayList<>();
        rows.forEach((place, values) -> {
            while (values.size() < views.size()) values.add(null);
            made.add(new IndexRow(place, values));
        });
        String survey = seen.isEmpty()
                ? layer == null ? "" : layer
                : seen.getFirst().part().layer();
        CityStatistics.Scope scope = statistics.scope(survey, asked.asOf, asked.known, asked.division, level);
        return new IndexTable(scope.standing().baseline().asOf(), scope.place(), scope.level(), views, made);
    }

    private List<SurveyIndex> seen(@Nullable String layer) {
        List<String> seen =
                statistics.listLayers().stream().map(SurveyLayer::layer).toList();
        return file.indexes().stream()
                .filter(index -> seen.contains(index.part().layer())
                        && seen.contains(index.whole().layer()))
                .filter(index -> layer == null
                        || layer.equals(index.part().layer())
                        || layer.equals(index.whole().layer()))
                .toList();
    }

    private static IndexView view(SurveyIndex index, Figures figures) {
        String value = figures.sum.value;
        return new IndexView(
                index.id(),
                index.zh(),
                index.en(),
                value,
                index.unit(),
                figures.sum.part.toString(),
                figures.sum.whole.toString(),
                index.mean(),
                List.of(index.part().layer(), index.whole().layer()).stream()
                        .distinct()
                        .toList(),
                index.source(),
                index.verified(),
                value != null || figures.reason != null ? figures.reason : "no-snapshot",
                figures.partial);
    }

    private Figures figures(SurveyIndex index, Asked asked, @Nullable DivisionLevel level) {
        return index.mean() == null ? share(index, asked, level) : mean(index, index.mean(), asked, level);
    }

    private Figures mean(SurveyIndex index, String field, Asked asked, @Nullable DivisionLevel level) {
        CityStatistics.Scope scope =
                statistics.scope(index.part().layer(), asked.asOf, asked.known, asked.division, level);
        List<MeanMaking.Sum> sums = statistics.means(scope, field, index.part().classes());
        Map<Place, Figure> rows = new LinkedHashMap<>();
        List<Place> places = scope.rows().places();
        for (int r = 0; r < sums.size() - 1; r++) rows.put(places.get(r), figure(sums.get(r), index.places()));
        String reason = scope.standing().reason() == null
                ? null
                : scope.standing().reason().code();
        return new Figures(
                rows,
                sums.isEmpty() ? Figure.NOTHING : figure(sums.getLast(), index.places()),
                reason,
                scope.rows().isPartial());
    }

    private static Figure figure(MeanMaking.Sum sum, int places) {
        return new Figure(new Area(sum.told()), new Area(sum.whole()), sum.mean(places));
    }

    private Figures share(SurveyIndex index, Asked asked, @Nullable DivisionLevel level) {
        List<SurveyTable> part = tables(index.part(), asked, level);
        List<SurveyTable> whole = tables(index.whole(), asked, level);
        List<SurveyTable> all = new ArrayList<>(part);
        all.addAll(whole);
        boolean there = all.stream().allMatch(table -> table.snapshot() != null);
        Map<Place, Figure> rows = new LinkedHashMap<>();
        for (SurveyTable table : all)
            for (SurveyTable.Row row : table.rows())
                rows.computeIfAbsent(
                        row.place(), place -> figure(in(part, place), in(whole, place), there, index.places()));
        return new Figures(
                rows,
                figure(total(part), total(whole), there, index.places()),
                all.stream()
                        .filter(table -> table.reason() != null)
                        .map(table -> String.valueOf(table.reason().code()))
                        .findFirst()
                        .orElse(null),
                all.stream().anyMatch(SurveyTable::partial));
    }

    private static Figure figure(Area part, Area whole, boolean there, int places) {
        boolean told = there && whole.isPositive();
        return new Figure(
                part,
                whole,
                told
                        ? part.toBigDecimal()
                                .multiply(HUNDRED)
                                .divide(whole.toBigDecimal(), places, RoundingMode.HALF_UP)
                                .toPlainString()
                        : null);
    }

    private static Area total(List<SurveyTable> tables) {
        return new Area(tables.stream().mapToLong(table -> table.sum().total()).sum());
    }

    private static Area in(List<SurveyTable> tables, Place place) {
        return new Area(tables.stream()
                .flatMap(table -> table.rows().stream())
                .filter(row -> row.place().equals(place))
                .mapToLong(SurveyTable.Row::total)
                .sum());
    }

    /** One a class; one of everything where no class is named. */
    private List<SurveyTable> tables(SurveyIndex.Ground ground, Asked asked, @Nullable DivisionLevel level) {
        if (ground.classes().isEmpty()) return List.of(table(ground.layer(), null, asked, level));
        return ground.classes().stream()
                .map(key -> table(ground.layer(), key, asked, level))
                .toList();
    }

    private SurveyTable table(String layer, @Nullable String key, Asked asked, @Nullable DivisionLevel level) {
        return statistics.table(new TableQuestion(
                layer,
                asked.asOf,
                asked.known,
                asked.division,
                level,
                TableColumns.FIRST,
                new TableQuestion.Only(key, null, null, null, null),
                AreaUnit.M2));
    }
}
