package org.cuntu.engine.format;

import java.util.ArrayList;
import java.util.List;

/** A plot of a TXT file before its coordinate system is known. */
record RawPlot(PlotHead head, List<Point> points) {
    /**
     * One point line.
     *
     * @param name J1 or 1, may be empty
     * @param ring as written, may be empty
     * @param first the first coordinate column, meant to be northing
     * @param second the second, meant to be easting
     */
    record Point(int line, String name, String ring, double first, double second) {}

    RawPlot(PlotHead head) {
        this(head, new ArrayList<>());
    }
}
