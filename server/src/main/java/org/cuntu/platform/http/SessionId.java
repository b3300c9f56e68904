package org.cuntu.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

/** Which session a request belongs to. */
public final class SessionId {
    /** Of a request without one: a program comes with a token. */
    public static final String NONE = "-";

    private SessionId() {}

    /** Never begins one, as a handler's parameter of that type would. */
    public static String of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? NONE : session.getId();
    }
}
