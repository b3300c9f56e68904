package org.cuntu.platform.identity.internal;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.CurrentUser;
import org.cuntu.platform.identity.Requires;
import org.cuntu.platform.identity.User;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Before every handler: whoever asks holds the permission that it names; one that names none answers nobody. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class PermissionCheck implements WebMvcConfigurer, HandlerInterceptor {
    private final CurrentUser current;

    PermissionCheck(CurrentUser current) {
        this.current = current;
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
        if (requires != null && user.may(requires.value())) return true;
        String permission = requires == null ? "-" : requires.value();
        throw new ProblemAnswer(
                403, Problem.refused("identity.not-allowed", Problem.Place.UNKNOWN, "permission", permission));
    }
}
