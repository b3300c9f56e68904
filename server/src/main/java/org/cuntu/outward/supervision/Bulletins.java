package org.cuntu.outward.supervision;

import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/** The bulletins of the months. Thread safe. */
public interface Bulletins {
    /**
     * Fixes the figures of a month that is over, in one transaction with their entry of the proof log.
     *
     * @throws org.cuntu.engine.problem.InputRefused {@code supervision.month} when the month is not over
     * @throws org.cuntu.platform.http.ProblemAnswer 409 {@code supervision.released} when it has its bulletin
     */
    Bulletin release(YearMonth month, String words);

    /** The newest first. */
    List<Bulletin> list();

    /** @throws org.cuntu.platform.http.ProblemAnswer 404 when there is none that the caller may see */
    Bulletin get(UUID id);
}
