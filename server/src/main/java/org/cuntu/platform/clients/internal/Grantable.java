package org.cuntu.platform.clients.internal;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.cuntu.platform.identity.Requires;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The permissions that a machine client may be given: those that handlers name, of the modules that deal with land. Who
 * may do what, and the log of it, is no program's.
 */
@Component
class Grantable {
    private static final Set<String> MODULES =
            Set.of("onemap", "conformity", "dossier", "rules", "search", "survey", "tasks");
    private static final String FORM = "[a-z-]+:[a-z-]+:[a-z-]+";

    private final ObjectProvider<RequestMappingHandlerMapping> handlers;

    Grantable(ObjectProvider<RequestMappingHandlerMapping> handlers) {
        this.handlers = handlers;
    }

    /** Every one that a handler of this process names; empty where there is no web server. */
    Set<String> listAll() {
        Set<String> all = new TreeSet<>();
        handlers.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().values().stream())
                .map(handler -> handler.getMethodAnnotation(Requires.class))
                .filter(java.util.Objects::nonNull)
                .map(Requires::value)
                .filter(Grantable::isOfTheLand)
                .forEach(all::add);
        return all;
    }

    /** Those of a list that cannot be given. */
    List<String> refused(List<String> scopes) {
        Set<String> known = listAll();
        return scopes.stream()
                .filter(scope -> !isOfTheLand(scope) || !known.isEmpty() && !known.contains(scope))
                .toList();
    }

    private static boolean isOfTheLand(String permission) {
        return permission.matches(FORM) && MODULES.contains(permission.substring(0, permission.indexOf(':')));
    }
}
