package org.cuntu.platform.clients.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.http.ProblemWriter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Before a token is looked at: it opens the interface and nothing that is a page's, and it comes alone. A request with a
 * person's session beside the token is refused, since nobody could tell later whose act it was.
 */
final class BearerGate extends OncePerRequestFilter {
    private static final List<String> PAGES = List.of("/api/session", "/api/me", "/api/open-id", "/api/clients");

    private final String sessionCookie;
    private final ProblemWriter problems;

    BearerGate(String sessionCookie, ProblemWriter problems) {
        this.sessionCookie = sessionCookie;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // as the handlers see it: decoded
        if (!isInterface(request.getServletPath())) refuse(request, response, 403, "clients.page");
        else if (hasSession(request)) refuse(request, response, 400, "clients.two-credentials");
        else chain.doFilter(request, response);
    }

    private static boolean isInterface(String path) {
        return path.startsWith("/api/")
                && PAGES.stream().noneMatch(page -> path.equals(page) || path.startsWith(page + "/"));
    }

    private boolean hasSession(HttpServletRequest request) {
        Cookie[] cookies = Optional.ofNullable(request.getCookies()).orElse(new Cookie[0]);
        return Arrays.stream(cookies).anyMatch(cookie -> cookie.getName().equals(sessionCookie));
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, int status, String code)
            throws IOException {
        problems.write(request, response, status, Problem.refused(code, Problem.Place.UNKNOWN));
    }

    /** 429 with what to wait. */
    static void tooMany(HttpServletRequest request, HttpServletResponse response, ProblemWriter problems, int wait)
            throws IOException {
        response.setHeader("Retry-After", Integer.toString(wait));
        problems.write(
                request, response, 429, Problem.refused("clients.too-many", Problem.Place.UNKNOWN, "seconds", wait));
    }
}
