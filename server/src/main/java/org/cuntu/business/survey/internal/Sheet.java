package org.cuntu.business.survey.internal;

import java.util.List;

/**
 * A table as it goes into a file.
 *
 * @param about both clocks and the unit, in words
 * @param heads group is the head over several, empty for none
 * @param facts what it was made of: the clocks, the versions with their hashes, how it adds up
 */
record Sheet(String name, String title, String about, List<Head> heads, List<Row> rows, List<Fact> facts) {
    record Head(String title, String group, boolean figure) {}

    record Row(List<String> cells, boolean total) {}

    record Fact(String what, String value) {}

    Sheet {
        heads = List.copyOf(heads);
        rows = List.copyOf(rows);
        facts = List.copyOf(facts);
    }
}
