package org.cuntu.platform.http.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.Settings;
import org.cuntu.platform.http.ProblemWriter;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * How often one account, or one address that is not signed in, may ask (等保三级 8.1.4.4): beyond the settings' rate the
 * answer is 429 and says when to ask again. Behind the security filter, which knows who it is.
 */
@Component
@ConditionalOnWebApplication
@Order(-50)
class RateLimit extends OncePerRequestFilter {
    /** The home's owner on this machine, with the run file's token. */
    private static final String OWNER = "local";

    private final Buckets requests;
    private final Buckets tiles;
    private final Buckets signIns;
    private final ProblemWriter problems;

    RateLimit(Settings settings, ProblemWriter problems) {
        this.requests = new Buckets(settings.rate().requests(), System::nanoTime);
        this.tiles = new Buckets(settings.rate().tiles(), System::nanoTime);
        this.signIns = new Buckets(settings.rate().signIn(), System::nanoTime);
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Principal who = request.getUserPrincipal();
        String name = who == null ? "" : who.getName();
        String key = name.isEmpty() ? "address " + request.getRemoteAddr() : "account " + name;
        long wait = name.equals(OWNER) ? 0 : buckets(request).take(key);
        if (wait == 0) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader("Retry-After", String.valueOf(wait));
        problems.write(
                request, response, 429, Problem.refused("http.too-many", Problem.Place.UNKNOWN, "seconds", wait));
    }

    private Buckets buckets(HttpServletRequest request) {
        String path = request.getServletPath();
        if (path.startsWith("/api/tiles/") || path.startsWith("/api/submissions/") && path.endsWith(".mvt"))
            return tiles;
        boolean signIn = path.equals("/api/session") && request.getMethod().equals("POST");
        return signIn ? signIns : requests;
    }

    /** The page and its files are not counted: they are as cheap as saying no. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        // as the handlers see it, decoded: another spelling of an address is the same address
        return !request.getServletPath().startsWith("/api/");
    }
}
