package org.cuntu.platform.identity.internal;

import java.time.Instant;
import org.cuntu.platform.identity.User;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's sign-in at this request.
 *
 * @param signIn the id of the sign-in
 * @param freshAt when the person last proved who they are
 * @param pending what must be done before anything else; null: nothing
 */
record Present(User user, String signIn, Instant freshAt, @Nullable Pending pending) {
    /** What must be done first. */
    enum Pending {
        /** The password is a one-time one, or too old. */
        PASSWORD("password", "identity.password-first"),
        /** The city asks for a second factor and there is none. */
        SECOND_FACTOR("second-factor", "identity.second-factor-first");

        private final String code;
        private final String problem;

        Pending(String code, String problem) {
            this.code = code;
            this.problem = problem;
        }

        String code() {
            return code;
        }

        String problem() {
            return problem;
        }
    }
}
