package org.cuntu.business.survey.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cuntu.business.survey.AreaUnit;
import org.cuntu.business.survey.SurveyIndex;
import org.cuntu.business.survey.SurveyLayer;
import org.cuntu.business.survey.SurveyStatistics;
import org.cuntu.business.survey.SurveyTable;
import org.cuntu.business.survey.TableColumns;
import org.cuntu.business.survey.TableQuestion;
import org.cuntu.engine.measure.Area;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The city's indexes of its surveys, of the areas of their tables: so they are of the same ground, moment and reach. Thread safe. */
@Component
class IndexMaking {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final SurveyFile file;
    private final SurveyStatistics statistics;

    IndexMaking(SurveyFile file, SurveyStatistics statistics) {
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
     * @param part m², {@code whole} too
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
            List<String> layers,
            String source,
            boolean verified,
            @Nullable String reason,
            boolean partial) {}

    private record Sum(Area area, boolean there, @Nullable String reason, boolean partial) {}

    /** Those of surveys that whoever asks may see. */
    List<IndexView> list(Asked asked) {
        List<String> seen =
                statistics.listLayers().stream().map(SurveyLayer::layer).toList();
        List<IndexView> views = new ArrayList<>();
        for (SurveyIndex index : file.indexes())
            if (seen.contains(index.part().layer())
                    && seen.contains(index.whole().layer())) views.add(view(index, asked));
        return views;
    }

    private IndexView view(SurveyIndex index, Asked asked) {
        Sum part = sum(index.part(), asked);
        Sum whole = sum(index.whole(), asked);
        boolean told = part.there && whole.there && whole.area.isPositive();
        String reason = part.reason == null ? whole.reason : part.reason;
        return new IndexView(
                index.id(),
                index.zh(),
                index.en(),
                told ? share(part.area, whole.area, index.places()) : null,
                index.unit(),
                part.area.toString(),
                whole.area.toString(),
                List.of(index.part().layer(), index.whole().layer()).stream()
                        .distinct()
                        .toList(),
                index.source(),
                index.verified(),
                told ? reason : reason == null ? "no-snapshot" : reason,
                part.partial || whole.partial);
    }

    private static String share(Area part, Area whole, int places) {
        return part.toBigDecimal()
                .multiply(HUNDRED)
                .divide(whole.toBigDecimal(), places, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private Sum sum(SurveyIndex.Ground ground, Asked asked) {
        if (ground.classes().isEmpty()) return sum(ground.layer(), null, asked);
        Sum all = new Sum(Area.ZERO, true, null, false);
        for (String key : ground.classes()) {
            Sum one = sum(ground.layer(), key, asked);
            all = new Sum(all.area.plus(one.area), all.there && one.there, one.reason, all.partial || one.partial);
        }
        return all;
    }

    private Sum sum(String layer, @Nullable String key, Asked asked) {
        SurveyTable table = statistics.table(new TableQuestion(
                layer,
                asked.asOf,
                asked.known,
                asked.division,
                null,
                TableColumns.FIRST,
                new TableQuestion.Only(key, null, null, null, null),
                AreaUnit.M2));
        return new Sum(
                new Area(table.sum().total()),
                table.snapshot() != null,
                table.reason() == null ? null : table.reason().code(),
                table.partial());
    }
}
