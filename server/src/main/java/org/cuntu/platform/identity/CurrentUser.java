package org.cuntu.platform.identity;

import java.util.Optional;

/** Who is signed in at this request. Thread safe. */
public interface CurrentUser {
    /** Empty when nobody is. Read anew at each request: a change of roles, or an account taken away, holds at once. */
    Optional<User> find();

    /** @throws org.cuntu.platform.http.ProblemAnswer 401 when nobody is signed in */
    User get();
}
