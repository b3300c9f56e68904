package org.cuntu.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Opens a person's session on the word of somebody trusted, with the limits of every other session. Thread safe. */
public interface TrustedSignIn {
    /**
     * Opens a new session of an account in use; what the browser held before ends.
     *
     * @param account the id
     * @param by who said so, for example {@code openid}: at most 20 letters
     * @throws org.cuntu.platform.http.ProblemAnswer 401 when there is no such account in use
     */
    void open(String account, String by, HttpServletRequest request, HttpServletResponse response);
}
