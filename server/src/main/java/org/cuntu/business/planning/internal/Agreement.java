package org.cuntu.business.planning.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cuntu.business.planning.IndicatorAnswer;
import org.cuntu.business.planning.IndicatorAnswer.Outcome;
import org.cuntu.business.planning.IndicatorAnswer.Said;
import org.cuntu.business.planning.PlanIndicator;
import org.cuntu.business.planning.PlanScheme;
import org.jspecify.annotations.Nullable;

/**
 * Sets map, table and text side by side. What the map gives is what the others are compared with; without it the table is. The table
 * must say every indicator that is not nothing, the text every binding one.
 */
final class Agreement {
    private final Map<String, MapFigure> map;
    private final Map<String, Written> table;
    private final List<String> paragraphs;
    private final boolean hasTable;

    /** @param hasTable whether a table was delivered or must be; otherwise it need not say anything */
    Agreement(Map<String, MapFigure> map, Map<String, Written> table, List<String> paragraphs, boolean hasTable) {
        this.map = map;
        this.table = table;
        this.paragraphs = paragraphs;
        this.hasTable = hasTable;
    }

    List<IndicatorAnswer> answers(PlanScheme scheme) {
        return scheme.indicators().stream().map(this::answer).toList();
    }

    private IndicatorAnswer answer(PlanIndicator indicator) {
        MapFigure figure = map.get(indicator.id());
        Written row = table.get(indicator.id());
        BigDecimal truth = figure != null
                ? figure.stated()
                : row == null ? null : row.in(indicator).orElse(row.value());
        Said said = row == null ? null : figure == null ? row.alone() : row.against(figure.stated(), indicator, false);
        List<Said> text = new ArrayList<>();
        for (Written each : TextReading.find(indicator, paragraphs))
            text.add(truth == null ? each.alone() : each.against(truth, indicator, true));
        return new IndicatorAnswer(
                indicator,
                outcome(indicator, truth, figure, said, text),
                figure == null ? null : figure.exact().stripTrailingZeros().toPlainString(),
                figure == null ? null : figure.stated().toPlainString(),
                said,
                text,
                figure == null ? List.of() : figure.features(),
                figure == null ? 0 : figure.featureCount());
    }

    private Outcome outcome(
            PlanIndicator indicator,
            @Nullable BigDecimal truth,
            @Nullable MapFigure figure,
            @Nullable Said row,
            List<Said> text) {
        boolean differs = row != null && row.by() != null || text.stream().anyMatch(each -> each.by() != null);
        if (differs) return Outcome.DIFFERS;
        if (indicator.formula() != null && figure == null) return Outcome.MISSING;
        if (truth == null) return indicator.binding() ? Outcome.MISSING : Outcome.AGREE;
        if (truth.signum() == 0) return Outcome.AGREE;
        boolean lacks = hasTable && row == null || indicator.binding() && text.isEmpty();
        return lacks ? Outcome.MISSING : Outcome.AGREE;
    }
}
