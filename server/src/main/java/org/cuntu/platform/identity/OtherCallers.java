package org.cuntu.platform.identity;

import java.util.Optional;

/** Callers that are no people with accounts: machine clients. Thread safe. */
public interface OtherCallers {
    /** What a caller may do at this moment, for work on its behalf; empty when the id is none of these, or is out of use. */
    Optional<User> find(String id);

    /** What people call it, in use or not. */
    Optional<String> findName(String id);
}
