package org.cuntu.platform.identity.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Looks up the sign-in behind each request but those of the page's own files, once, and keeps it beside the request's authentication. */
class SessionFilter extends OncePerRequestFilter {
    private final SignIns signIns;

    SessionFilter(SignIns signIns) {
        this.signIns = signIns;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return OperatorFilter.isBearer(request) || request.getRequestURI().startsWith("/assets/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        signIns.find(request).ifPresent(SessionFilter::enter);
        chain.doFilter(request, response);
    }

    static void enter(Present present) {
        var authentication = UsernamePasswordAuthenticationToken.authenticated(
                present.user().id(), null, List.of());
        authentication.setDetails(present);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
    }
}
