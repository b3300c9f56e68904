package org.cuntu.platform.identity.internal;

import java.time.Duration;
import org.cuntu.platform.home.InForce;

/**
 * What sign-in asks for while it is in force: an entry of {@code sign-in.yaml}.
 *
 * @param fresh how long a proof of who one is counts for a sensitive act
 * @param secondFactor of whom it is asked
 * @param unused an account that nobody signed in to for so long does not open
 * @param fourEyes how long an act waits for the second person
 * @param setup how long the code of an empty home holds
 * @param delegationDays the longest AB角
 */
record SignInRules(
        InForce held,
        Password password,
        Lock lock,
        Session session,
        Duration fresh,
        SecondFactor secondFactor,
        Duration unused,
        Duration fourEyes,
        Duration setup,
        int delegationDays) {
    /**
     * @param shortest characters
     * @param classes of four: small, capital, digit, other
     * @param history not equal to so many of the last
     * @param age then it must be changed
     */
    record Password(int shortest, int classes, int history, Duration age) {}

    /** So many failures in a row lock the account for so long. */
    record Lock(int failures, Duration time) {}

    /**
     * @param idle without a request
     * @param administratorIdle the same for the three administrators
     * @param longest from the opening
     * @param atOnce of one account; one more ends the one unseen for longest
     */
    record Session(Duration idle, Duration administratorIdle, Duration longest, int atOnce) {}

    enum SecondFactor {
        EVERYBODY,
        ADMINISTRATORS,
        NOBODY
    }
}
