package org.cuntu.platform.clients.internal;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cuntu.platform.http.OwnAddress;
import org.cuntu.platform.identity.Requires;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where a program finds the token endpoint (RFC 8414). The library's own would name what is not answered here. */
@RestController
@ConditionalOnWebApplication
class ServerDescription {
    private static final List<String> METHODS = List.of("client_secret_basic", "client_secret_post");

    private final OwnAddress address;

    ServerDescription(OwnAddress address) {
        this.address = address;
    }

    @GetMapping("/.well-known/oauth-authorization-server")
    @Requires(Requires.PUBLIC)
    Map<String, Object> show() {
        String own = address.get();
        Map<String, Object> all = new TreeMap<>();
        all.put("issuer", own);
        all.put("jwks_uri", own + "/oauth2/jwks");
        all.put("token_endpoint", own + "/oauth2/token");
        all.put("introspection_endpoint", own + "/oauth2/introspect");
        all.put("revocation_endpoint", own + "/oauth2/revoke");
        all.put("grant_types_supported", List.of("client_credentials"));
        all.put("response_types_supported", List.of());
        for (String endpoint : List.of("token", "introspection", "revocation"))
            all.put(endpoint + "_endpoint_auth_methods_supported", METHODS);
        return all;
    }
}
