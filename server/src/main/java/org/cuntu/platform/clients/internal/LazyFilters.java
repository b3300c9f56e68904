package org.cuntu.platform.clients.internal;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * A chain of filters that is built when its first request comes: most installations start far more often than a machine
 * asks, and the start is what a person waits for.
 */
final class LazyFilters implements Filter {
    private final Supplier<SecurityFilterChain> build;
    private volatile @Nullable Filter built;

    LazyFilters(Supplier<SecurityFilterChain> build) {
        this.build = build;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        filters().doFilter(request, response, chain);
    }

    private Filter filters() {
        Filter made = built;
        return made == null ? make() : made;
    }

    private synchronized Filter make() {
        Filter made = built;
        if (made == null) {
            made = new FilterChainProxy(List.of(build.get()));
            built = made;
        }
        return made;
    }
}
