package org.cuntu.outward.supervision;

import java.time.LocalDate;

/** The figures of the process as far as the caller reaches. Thread safe. */
public interface ProcessSupervision {
    /**
     * What is open today, and what was done from one day to another, both included.
     *
     * @throws org.cuntu.engine.problem.InputRefused {@code supervision.days} when the days are in the wrong order or more than
     *     three years apart
     */
    ProcessFigures figures(ProcessFigures.By by, LocalDate from, LocalDate to);
}
