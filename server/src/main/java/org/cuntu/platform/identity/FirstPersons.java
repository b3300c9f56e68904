package org.cuntu.platform.identity;

import java.time.Instant;
import java.util.Optional;

/**
 * How the first persons come into a home that has no account: whoever starts the server sees a code once, and with it the
 * page makes the three administrators, who are three persons from the first moment on (三员分立).
 */
public interface FirstPersons {
    /** A new code in place of any earlier one; empty when the home has an account. Only its hash is kept. */
    Optional<Code> newCode();

    /**
     * @param text twenty letters and digits in fives, for the terminal alone
     * @param until when it ends
     */
    record Code(String text, Instant until) {
        /** Without the code. */
        @Override
        public String toString() {
            return "Code[until=" + until + "]";
        }
    }
}
