package org.cuntu.business.survey.internal;

import java.util.function.Predicate;
import org.cuntu.business.survey.TableQuestion;
import org.jspecify.annotations.Nullable;

/** Which entries of a tally count, by a filter: one look a dimension. */
final class Choosing {
    private final Tally tally;
    private final boolean[][] passes;

    /** @param croplandOnly as a table of slopes or planting is */
    Choosing(Tally tally, ClassRoll roll, TableQuestion.Only only, boolean croplandOnly) {
        this.tally = tally;
        passes = new boolean[Dim.values().length][];
        passes[Dim.CLASS.ordinal()] = passing(
                Dim.CLASS,
                word -> (only.landClass() == null || roll.isIn(word, only.landClass()))
                        && (!croplandOnly || roll.isCropland(word)));
        passes[Dim.OWNER.ordinal()] = passing(
                Dim.OWNER,
                word -> only.owner() == null
                        || only.owner().equals(word)
                        || only.owner().equals(Ownership.of(word).name()));
        passes[Dim.TOWN.ordinal()] = passing(
                Dim.TOWN,
                word -> isWord(only.town(), word) || ColumnMaking.SETTLEMENT.equals(only.town()) && !word.isEmpty());
        passes[Dim.SLOPE.ordinal()] = passing(Dim.SLOPE, word -> isWord(only.slope(), word));
        passes[Dim.PLANTING.ordinal()] = passing(Dim.PLANTING, word -> isWord(only.planting(), word));
    }

    private static boolean isWord(@Nullable String wanted, String word) {
        return wanted == null || wanted.equals(word) || wanted.equals(ColumnMaking.NONE) && word.isEmpty();
    }

    private boolean[] passing(Dim dim, Predicate<String> test) {
        String[] words = tally.words[dim.ordinal()];
        boolean[] passes = new boolean[words.length];
        for (int w = 0; w < words.length; w++) passes[w] = test.test(words[w]);
        return passes;
    }

    boolean accepts(int entry) {
        for (int d = 0; d < passes.length; d++) if (!passes[d][tally.codes[d][entry]]) return false;
        return true;
    }
}
