package org.cuntu.core.conformity;

import java.util.List;
import org.cuntu.core.rules.Verdict;
import org.cuntu.engine.measure.Area;
import org.cuntu.engine.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What became of one plot of a batch: a result, or the problems for which there is none.
 *
 * @param position from 1, in the order of the file
 * @param conclusion null when the plot could not be reviewed; then the rest but the problems is null too
 * @param legalArea the plot's
 * @param canonicalHash names the result: a review that is kept of the row has the same
 * @param figures land use, answers and findings, JSON
 * @param site the original coordinates, JSON
 * @param problems why not; empty when there is a result
 * @param review the review that was kept of the row; null when none was
 */
public record BatchRow(
        int position,
        String number,
        String name,
        @Nullable Verdict conclusion,
        @Nullable Area legalArea,
        @Nullable String canonicalHash,
        @Nullable String figures,
        @Nullable String site,
        List<Problem> problems,
        @Nullable String review) {
    public BatchRow {
        problems = List.copyOf(problems);
    }

    static final int LONGEST_NUMBER = 200;
    static final int LONGEST_NAME = 400;

    /** A row without a result. */
    public static BatchRow unsound(int position, String number, String name, List<Problem> problems) {
        return new BatchRow(
                position,
                cut(number, LONGEST_NUMBER),
                cut(name, LONGEST_NAME),
                null,
                null,
                null,
                null,
                null,
                problems,
                null);
    }

    /** A row with its result. */
    public static BatchRow of(
            int position,
            String number,
            String name,
            Verdict conclusion,
            Area legalArea,
            String canonicalHash,
            String figures,
            String site) {
        return new BatchRow(
                position,
                cut(number, LONGEST_NUMBER),
                cut(name, LONGEST_NAME),
                conclusion,
                legalArea,
                canonicalHash,
                figures,
                site,
                List.of(),
                null);
    }

    /** As a column takes it: of its length, and without what no database takes. */
    private static String cut(String text, int longest) {
        StringBuilder plain = new StringBuilder();
        text.codePoints()
                .limit(longest / 2)
                .map(c -> Character.isISOControl(c) || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE
                        ? '?'
                        : c)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }
}
