package org.cuntu.platform.identity.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.home.OperatorToken;
import org.cuntu.platform.http.ProblemWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes the run file's token from a caller on this machine. It is a header that no browser sends by itself, so such a
 * request needs no protection against forgery; a wrong token is refused.
 */
class OperatorFilter extends OncePerRequestFilter {
    private static final String BEARER = "Bearer ";

    private final OperatorToken token;
    private final ProblemWriter problems;

    OperatorFilter(OperatorToken token, ProblemWriter problems) {
        this.token = token;
        this.problems = problems;
    }

    static boolean isBearer(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && header.startsWith(BEARER);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isBearer(request)) {
            chain.doFilter(request, response);
            return;
        }
        String given = request.getHeader("Authorization").substring(BEARER.length());
        if (!isLoopback(request.getRemoteAddr()) || !token.matches(given)) {
            problems.write(request, response, 401, Problem.refused("identity.token", Problem.Place.UNKNOWN));
            return;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(CurrentActor.LOCAL, null, List.of()));
        SecurityContextHolder.setContext(context);
        CsrfFilter.skipRequest(request);
        try {
            chain.doFilter(request, response);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private static boolean isLoopback(@Nullable String address) {
        try {
            return address != null && InetAddress.getByName(address).isLoopbackAddress();
        } catch (IOException e) {
            return false;
        }
    }
}
