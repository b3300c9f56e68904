package org.cuntu.core.dossier;

import java.time.LocalDate;
import org.cuntu.platform.identity.User;
import org.jspecify.annotations.Nullable;

/** Makes dossiers. Reads only; the caller writes the proof entry. Thread safe. */
public interface Dossiers {
    /**
     * What is known of a place.
     *
     * @param asOf T; null: today in the city's zone
     * @param known K: an ISO instant or a date; null: all that is known
     * @param user for whom: layers and reviews that they may not see are said to be hidden
     * @throws org.cuntu.engine.problem.InputRefused when the place meets more features than can be told, or a clock is wrong
     * @throws org.cuntu.platform.http.ProblemAnswer 404 when a feature is not there
     */
    Dossier of(Place place, @Nullable LocalDate asOf, @Nullable String known, User user);
}
