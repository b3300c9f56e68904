package org.cuntu.platform.clients.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.http.ProblemWriter;
import org.springframework.web.filter.OncePerRequestFilter;

/** Before the protocol's own filters: so many requests a minute and address, and bodies as short as theirs are. */
final class TokenGate extends OncePerRequestFilter {
    private static final int LONGEST = 16_384;

    private final Windows windows;
    private final int attempts;
    private final ProblemWriter problems;

    TokenGate(Windows windows, int attempts, ProblemWriter problems) {
        this.windows = windows;
        this.attempts = attempts;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean asks = request.getMethod().equals("POST");
        if (asks && (request.getContentLengthLong() > LONGEST || request.getContentLengthLong() < 0)) {
            problems.write(request, response, 413, Problem.refused("http.too-large", Problem.Place.UNKNOWN));
            return;
        }
        int wait = asks ? windows.take("address " + request.getRemoteAddr(), attempts) : 0;
        if (wait > 0) BearerGate.tooMany(request, response, problems, wait);
        else chain.doFilter(request, response);
    }
}
