package org.cuntu.core.cases;

import java.util.List;
import java.util.UUID;
import org.cuntu.core.rules.Words;

/** Which cases stand on a result that the platform knew when they were handed in, or change one. Thread safe. */
public interface Reliances {
    /**
     * Cases that name a result, by their numbers' order of submission.
     *
     * @param issued whether cases that have been issued are meant too
     */
    List<UUID> list(String number, boolean issued);

    /**
     * Writes into each of these cases that what it stands on has ended, and tells its applicant, whoever made it, has a step of it, or
     * follows it. Each case is a transaction of its own; what was written is not written again.
     *
     * @param what EXPIRED, WITHDRAWN, REVOKED or CANCELLED
     * @param said the sentence, with {@code {case}} where the case's number stands
     * @return how many cases it was written into
     */
    int ended(String number, String what, boolean issued, Words said);
}
