package org.cuntu.business.survey.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.business.survey.SurveyTable.Column;

/** The columns of a table and which of them a word counts in. Columns that the words do not fill are left out where the caller says so. */
final class ColumnSet {
    private final Dim dim;
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final Map<String, List<String>> keys = new HashMap<>();

    ColumnSet(Dim dim) {
        this.dim = dim;
    }

    Dim dim() {
        return dim;
    }

    /** Adds a column; one that is there stays. */
    void column(Column column) {
        columns.putIfAbsent(column.key(), column);
    }

    /** Says in which columns a word counts. */
    void put(String word, List<String> in) {
        keys.put(word, in);
    }

    List<Column> list() {
        return List.copyOf(columns.values());
    }

    /** By the number of a word: the positions of its columns; none for a word that no column counts. */
    int[][] positions(String[] words) {
        List<String> order = new ArrayList<>(columns.keySet());
        int[][] positions = new int[words.length][];
        for (int w = 0; w < words.length; w++)
            positions[w] = keys.getOrDefault(words[w], List.of()).stream()
                    .mapToInt(order::indexOf)
                    .filter(at -> at >= 0)
                    .toArray();
        return positions;
    }
}
