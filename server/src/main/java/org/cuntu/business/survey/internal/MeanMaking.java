package org.cuntu.business.survey.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import org.cuntu.engine.layer.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * The mean of a field over the patches of a survey, each weighted by what of it lies in a row. Sums are exact; a mean is rounded once.
 * A patch without the value is in the whole and not in the mean.
 */
final class MeanMaking {
    private final Tally tally;
    private final Snapshot snapshot;
    private final int field;

    MeanMaking(Tally tally, Snapshot snapshot, String field) {
        this.tally = tally;
        this.snapshot = snapshot;
        this.field = snapshot.schema().indexOf(field);
    }

    /** What lies in one row, hundredths of a square metre. */
    static final class Sum {
        private BigDecimal weighted = BigDecimal.ZERO;
        private long told;
        private long whole;

        /** Ground whose patches have the value. */
        long told() {
            return told;
        }

        long whole() {
            return whole;
        }

        /** Half up; null where nothing has the value. */
        @Nullable
        String mean(int places) {
            return told == 0
                    ? null
                    : weighted.divide(BigDecimal.valueOf(told), places, RoundingMode.HALF_UP)
                            .toPlainString();
        }

        private void add(long area, @Nullable BigDecimal value) {
            whole += area;
            if (value == null) return;
            told += area;
            weighted = weighted.add(value.multiply(BigDecimal.valueOf(area)));
        }
    }

    /** One sum a row of the divisions, the last that of all of them. @param classes keys; empty: any */
    List<Sum> sums(DivisionRows.Rows rows, ClassRoll roll, List<String> classes) {
        int[] rowOf = Arrays.stream(tally.villages).mapToInt(rows::of).toArray();
        Sum[] sums = new Sum[rows.places().size() + 1];
        Arrays.setAll(sums, row -> new Sum());
        for (int e = 0; e < tally.entries(); e++) {
            int row = rowOf[tally.village[e]];
            String word = tally.word(Dim.CLASS, e);
            if (row < 0 || !classes.isEmpty() && classes.stream().noneMatch(key -> roll.isIn(word, key))) continue;
            for (int p = tally.first[e]; p < tally.first[e + 1]; p++) {
                BigDecimal value = value(tally.features[p]);
                sums[row].add(tally.parts[p], value);
                sums[sums.length - 1].add(tally.parts[p], value);
            }
        }
        return List.of(sums);
    }

    private @Nullable BigDecimal value(int feature) {
        Object value = field < 0 ? null : snapshot.value(feature, field);
        if (value instanceof BigDecimal decimal) return decimal;
        return value instanceof Number number ? new BigDecimal(number.toString()) : null;
    }
}
