package org.cuntu.business.survey;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.cuntu.core.onemap.NotAnsweredReason;
import org.cuntu.core.onemap.SnapshotRef;
import org.jspecify.annotations.Nullable;

/**
 * A table of areas: divisions by classes or attributes. Figures are whole last places of the unit; a parent column is the sum of its
 * children unless those are parts (其中), the total is the sum of the columns without a parent, the last row that of all rows.
 *
 * @param known K, cut
 * @param snapshot the version that was counted; null when there is none
 * @param reason why it cannot be relied on; null when it can
 * @param places of the unit
 * @param rows in the order of the divisions' list; those that it does not have at the end
 * @param partial whether there is ground that whoever asks does not see: it is in no figure
 */
public record SurveyTable(
        LocalDate asOf,
        @Nullable Instant known,
        SurveyLayer layer,
        @Nullable SnapshotRef snapshot,
        @Nullable NotAnsweredReason reason,
        Place division,
        DivisionLevel level,
        AreaUnit unit,
        int places,
        List<Column> columns,
        List<Row> rows,
        Row sum,
        Faults faults,
        boolean partial) {
    public SurveyTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** @param listed whether the divisions' list has it */
    public record Place(String code, String zh, String en, boolean listed) {}

    /**
     * @param key stable; given back as a filter it selects what the column counts
     * @param parent the key of the column that it is in; null: of the table
     * @param part of its parent only a part (其中)
     */
    public record Column(
            String key, String zh, String en, @Nullable String parent, boolean part) {}

    /**
     * @param patches how many patches lie there; 0: there is no data of it
     * @param total whole last places
     * @param book the total in hundredths of a square metre
     * @param control the division's control area, hundredths of a square metre; null when none is known or not all patches count
     */
    public record Row(
            Place place,
            long patches,
            long total,
            long book,
            @Nullable Long control,
            List<Long> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * What is wrong with the layer's book, in patches of the whole layer.
     *
     * @param noArea patches without an area: they are in no figure
     * @param noClass patches without a class: in the column of the unknown
     * @param unbalanced patches whose class area and deducted area are not their area
     */
    public record Faults(int noArea, int noClass, int unbalanced) {
        public boolean any() {
            return noArea + noClass + unbalanced > 0;
        }
    }

    /** A figure of this table as it is printed. */
    public String text(long steps) {
        return BigDecimal.valueOf(steps, places).toPlainString();
    }

    /** Whether every row has the area of its control area; false too when one has none. */
    public boolean isControlled() {
        return !rows.isEmpty() && rows.stream().allMatch(row -> row.control() != null && row.control() == row.book());
    }
}
