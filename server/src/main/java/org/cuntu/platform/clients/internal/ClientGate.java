package org.cuntu.platform.clients.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.clients.MachineClient;
import org.cuntu.platform.http.ProblemWriter;
import org.cuntu.platform.identity.CallerAuthentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Behind a good token: the client comes from where it may, and not more often. */
final class ClientGate extends OncePerRequestFilter {
    private final Windows windows;
    private final ProblemWriter problems;

    ClientGate(Windows windows, ProblemWriter problems) {
        this.windows = windows;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication caller)
                || !(caller.getDetails() instanceof MachineClient client)) {
            problems.write(request, response, 401, Problem.refused("clients.token", Problem.Place.UNKNOWN));
            return;
        }
        if (!isFrom(client.terms().addresses(), request.getRemoteAddr())) {
            Problem problem =
                    Problem.refused("clients.from", Problem.Place.UNKNOWN, "address", request.getRemoteAddr());
            problems.write(request, response, 403, problem);
            return;
        }
        int wait = windows.take(client.caller(), client.terms().quota());
        if (wait > 0) BearerGate.tooMany(request, response, problems, wait);
        else chain.doFilter(request, response);
    }

    /** Whether an address is one of the list's, or lies in one of its networks; an empty list is every address. */
    static boolean isFrom(List<String> addresses, String address) {
        return addresses.isEmpty() || addresses.stream().anyMatch(one -> new IpAddressMatcher(one).matches(address));
    }
}
