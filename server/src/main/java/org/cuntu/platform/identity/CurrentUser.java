package org.cuntu.platform.identity;

import java.util.Optional;

/** Who is signed in at this request, or on whose behalf a task works. Thread safe. */
public interface CurrentUser {
    /** Empty when nobody is. Read anew at each request: a change of roles, or an account taken away, holds at once. */
    Optional<User> find();

    /** @throws org.cuntu.platform.http.ProblemAnswer 401 when nobody is signed in */
    User get();

    /**
     * Over which records the caller holds a permission (contracts 12). A request without a sign-in reaches nothing; work that
     * no request and nobody's behalf stands behind, a command or a warm-up, is the home's owner's and reaches everything.
     */
    Reach reach(String permission);
}
