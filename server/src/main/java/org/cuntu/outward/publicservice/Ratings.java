package org.cuntu.outward.publicservice;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Ratings (好差评, 国办发〔2019〕51号). Each act is one transaction with its entry of the proof log. Thread safe. */
public interface Ratings {
    /**
     * Rates a case that has come to its end; of the last two levels a day for the answer is set.
     *
     * @param level 5 to 1
     * @param tags of the city's list for this level
     * @throws org.cuntu.platform.http.ProblemAnswer 404 when the case is not the caller's; 409 when it is not at its end, or rated
     */
    Rating give(UUID caseId, int level, List<String> tags, String words);

    /** Adds to one's own rating, once. */
    Rating add(UUID caseId, String words);

    /** Answers a low rating, once; the citizen reads it. */
    Rating answer(UUID id, String words);

    Optional<Rating> find(UUID caseId);

    /** Low ratings that the caller reaches: the open ones by their day, then the answered ones, the last first. */
    List<Rating> listLow();

    /** Of what ended, and was rated, from one day to another, both included. */
    Rates rates(LocalDate from, LocalDate to);
}
