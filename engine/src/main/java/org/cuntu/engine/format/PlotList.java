package org.cuntu.engine.format;

import java.util.List;
import org.cuntu.engine.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A file of plots that are each a site of its own (批量): what could be read, and what not with its problems, in the order
 * of the file. Plots may lie over each other, and each has the system that it came in.
 *
 * @param sha256 of the bytes as received
 * @param entries at least one of them sound
 * @param warnings of the file as a whole
 */
public record PlotList(String name, String sha256, List<Entry> entries, List<Problem> warnings) {
    /**
     * One plot of the file.
     *
     * @param number DKBH, or its position in the file
     * @param name DKMC, may be empty
     * @param plot null when it cannot be reviewed
     * @param problems why not; of a sound plot its warnings
     */
    public record Entry(
            String number, String name, @Nullable Plot plot, List<Problem> problems) {
        public Entry {
            problems = List.copyOf(problems);
        }
    }

    public PlotList {
        entries = List.copyOf(entries);
        warnings = List.copyOf(warnings);
    }
}
