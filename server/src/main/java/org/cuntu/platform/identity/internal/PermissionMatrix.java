package org.cuntu.platform.identity.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cuntu.platform.identity.Grant;
import org.cuntu.platform.identity.Reach;
import org.cuntu.platform.identity.Requires;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address of the API with its permission and the roles that hold it, read off the handlers themselves. */
@Component
@ConditionalOnWebApplication
class PermissionMatrix {
    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private final Roles roles;

    PermissionMatrix(ObjectProvider<RequestMappingHandlerMapping> mappings, Roles roles) {
        this.mappings = mappings;
        this.roles = roles;
    }

    /** @param permission {@code public} for everybody; {@code identity:own:use} for everybody signed in; - for nobody */
    record Line(String method, String path, String permission, boolean fresh, List<String> roles) {}

    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .forEach(entry -> add(entry.getKey(), entry.getValue(), lines));
        lines.removeIf(line -> !line.path().startsWith("/api/"));
        lines.sort(Comparator.comparing(Line::path).thenComparing(Line::method));
        return lines;
    }

    private void add(RequestMappingInfo mapping, HandlerMethod handler, List<Line> lines) {
        Requires requires = handler.getMethodAnnotation(Requires.class);
        String permission = requires == null ? "-" : requires.value();
        for (var method : mapping.getMethodsCondition().getMethods())
            for (String path : mapping.getPatternValues())
                lines.add(new Line(
                        method.name(), path, permission, requires != null && requires.fresh(), holders(permission)));
    }

    private List<String> holders(String permission) {
        return roles.list().stream()
                .filter(role -> new Grant(role.id(), role.permissions(), new Reach.Part("", 1), null).may(permission))
                .map(Roles.Role::id)
                .toList();
    }
}
