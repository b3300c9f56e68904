package org.cuntu.platform.identity.internal;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.CurrentUser;
import org.cuntu.platform.identity.Requires;
import org.cuntu.platform.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Before every handler: whoever asks holds the permission that it names, has done what must be done first, and for a
 * sensitive act has just proved who they are; a handler that names no permission answers nobody.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class PermissionCheck implements WebMvcConfigurer, HandlerInterceptor {
    private final CurrentUser current;
    private final CitySignIn rules;
    private final RefusedRequests refused;
    private final CityClock clock;

    PermissionCheck(CurrentUser current, CitySignIn rules, RefusedRequests refused, CityClock clock) {
        this.current = current;
        this.rules = rules;
        this.refused = refused;
        this.clock = clock;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.ERROR || !(handler instanceof HandlerMethod method))
            return true;
        Requires requires = method.getMethodAnnotation(Requires.class);
        if (requires != null && requires.value().equals(Requires.PUBLIC)) return true;
        User user = current.get();
        boolean own = requires != null && requires.value().equals(Requires.OWN);
        if (!own) refusePending();
        if (requires == null || !own && !user.may(requires.value())) {
            String permission = requires == null ? "-" : requires.value();
            refused.note(request, 403);
            throw new ProblemAnswer(
                    403, Problem.refused("identity.not-allowed", Problem.Place.UNKNOWN, "permission", permission));
        }
        if (requires.fresh()) refuseStale();
        return true;
    }

    /** What the handler itself turned away. */
    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception thrown) {
        boolean page = request.getDispatcherType() != DispatcherType.ERROR && handler instanceof HandlerMethod;
        if (page && RefusedRequests.isRefusal(request, response.getStatus()))
            refused.note(request, response.getStatus());
    }

    private static void refusePending() {
        SignedIn.present().map(Present::pending).ifPresent(pending -> {
            throw new ProblemAnswer(403, Problem.refused(pending.problem(), Problem.Place.UNKNOWN));
        });
    }

    private void refuseStale() {
        boolean stale = SignedIn.present()
                .filter(present -> present.freshAt().plus(rules.now().fresh()).isBefore(clock.now()))
                .isPresent();
        if (stale)
            throw new ProblemAnswer(
                    401,
                    Problem.refused(
                            "identity.fresh-first",
                            Problem.Place.UNKNOWN,
                            "minutes",
                            rules.now().fresh().toMinutes()));
    }
}
