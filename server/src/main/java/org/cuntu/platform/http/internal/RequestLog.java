package org.cuntu.platform.http.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Names each request: the id stands in every line of the log that it causes and in the answer's {@code X-Request-Id}. The
 * line of a request has its method, its route and how long it took; never the address as it was typed, which may hold
 * somebody's number, and never who asked: that is the proof log's.
 */
@Component
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class RequestLog extends OncePerRequestFilter {
    private static final Logger log = LoggerFactory.getLogger(RequestLog.class);
    static final String HEADER = "X-Request-Id";
    private static final String NAME = "request";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = newId();
        long start = System.nanoTime();
        response.setHeader(HEADER, id);
        MDC.put(NAME, id);
        try {
            chain.doFilter(request, response);
        } finally {
            String route = route(request);
            if (!route.isEmpty())
                log.info(
                        "{} {} {} {} ms",
                        request.getMethod(),
                        route,
                        response.getStatus(),
                        (System.nanoTime() - start) / 1_000_000);
            MDC.remove(NAME);
        }
    }

    static String newId() {
        return UUID.randomUUID().toString().substring(0, 13);
    }

    /** The handler's pattern: {@code /api/reviews/{id}}; empty for the page's files, and for what reached no handler. */
    static String route(HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        String text = pattern == null ? "" : pattern.toString();
        return text.startsWith("/api/") ? text : "";
    }
}
