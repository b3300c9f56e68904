package org.cuntu.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cuntu.platform.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * A handler of the product with one address.
 *
 * @param path with its variables in braces
 * @param consumes the content type it takes; null: it has no body, or any
 * @param permission null when it names none
 * @param fresh whether the caller must just have proved who it is
 */
public record Endpoint(
        String method,
        String path,
        @Nullable String consumes,
        @Nullable String permission,
        boolean fresh) {
    /** Every one there is, except the page for errors, which the container alone reaches. */
    public static List<Endpoint> all(TestApplication application) {
        List<Endpoint> all = new ArrayList<>();
        application
                .context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, handler) -> all.addAll(of(mapping, handler)));
        all.removeIf(endpoint -> endpoint.path.equals("/error"));
        all.sort(java.util.Comparator.comparing(Endpoint::toString));
        return all;
    }

    private static List<Endpoint> of(RequestMappingInfo mapping, HandlerMethod handler) {
        Requires requires = handler.getMethodAnnotation(Requires.class);
        String permission = requires == null ? null : requires.value();
        boolean fresh = requires != null && requires.fresh();
        String consumes = mapping.getConsumesCondition().getConsumableMediaTypes().stream()
                .findFirst()
                .map(MediaType::toString)
                .orElse(null);
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        return methods.stream()
                .flatMap(method -> mapping.getPatternValues().stream()
                        .map(path -> new Endpoint(method.name(), path, consumes, permission, fresh)))
                .toList();
    }

    public boolean isPublic() {
        return Requires.PUBLIC.equals(permission);
    }

    /** Everybody who is signed in, about the own account. */
    public boolean isOwn() {
        return Requires.OWN.equals(permission);
    }

    public boolean writes() {
        return !method.equals("GET") && !method.equals("HEAD");
    }

    /** Asks with a body of the right kind and nothing in its variables that is there. */
    public Talk.Answer ask(Talk talk, String... headers) {
        String address = path.replaceAll("\\{[^/}]+}", "0");
        if (!writes()) return talk.get(address, headers);
        List<String> all = new ArrayList<>(List.of(headers));
        boolean form = "multipart/form-data".equals(consumes);
        String type = form ? "multipart/form-data; boundary=x" : consumes == null ? "text/plain" : consumes;
        String body = form ? "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n--x--\r\n" : "{}";
        all.addAll(List.of("Content-Type", type));
        return talk.send(
                method, address, java.net.http.HttpRequest.BodyPublishers.ofString(body), all.toArray(String[]::new));
    }

    @Override
    public String toString() {
        return method + " " + path + (consumes == null ? "" : " (" + consumes + ")");
    }
}
