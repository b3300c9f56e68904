package org.cuntu.platform.openid.internal;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.cuntu.platform.home.Settings;
import org.cuntu.platform.http.OwnAddress;
import org.cuntu.platform.openid.internal.OutsideFailure.Why;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * The provider as it describes itself (OpenID Connect Discovery 1.0), asked at its configured address alone; everything
 * that it names lies at that same address, so that no answer can send this server elsewhere. No redirect is followed.
 */
@Component
@ConditionalOnWebApplication
class Provider {
    static final String PATH_BACK = "/api/open-id/callback";
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final ParameterizedTypeReference<Map<String, Object>> JSON = new ParameterizedTypeReference<>() {};

    private final Settings.OpenId settings;
    private final OpenIdRules rules;
    private final OwnAddress address;
    private volatile @Nullable Map<String, Object> described;

    Provider(Settings settings, OpenIdRules rules, OwnAddress address) {
        this.settings = settings.openId();
        this.rules = rules;
        this.address = address;
    }

    /** Made once, when it is first asked: a client has threads of its own. */
    private static final class Wire {
        static final ClientHttpRequestFactory REQUESTS = made();
    }

    /** How it is asked: with an end to the waiting. */
    static ClientHttpRequestFactory requests() {
        return Wire.REQUESTS;
    }

    private static ClientHttpRequestFactory made() {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(client);
        requests.setReadTimeout(ANSWER);
        return requests;
    }

    /**
     * This installation as the provider's client.
     *
     * @throws OutsideFailure UNREACHABLE or UNTRUSTED
     */
    ClientRegistration registration() {
        Map<String, Object> found = described == null ? ask() : described;
        ClientRegistration made = ClientRegistration.withRegistrationId("outside")
                .clientId(settings.clientId())
                .clientSecret(rules.secret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(address.get() + PATH_BACK)
                .scope(Set.of("openid", "profile"))
                .issuerUri(settings.issuer())
                .authorizationUri(endpoint(found, "authorization_endpoint"))
                .tokenUri(endpoint(found, "token_endpoint"))
                .jwkSetUri(endpoint(found, "jwks_uri"))
                .build();
        described = found; // what does not hold is asked for again
        return made;
    }

    private Map<String, Object> ask() {
        Map<String, Object> found;
        try {
            found = RestClient.builder()
                    .requestFactory(requests())
                    .build()
                    .get()
                    .uri(URI.create(settings.issuer().replaceAll("/$", "") + "/.well-known/openid-configuration"))
                    .retrieve()
                    .body(JSON);
        } catch (RestClientException e) {
            throw new OutsideFailure(Why.UNREACHABLE, e);
        }
        if (found == null || !settings.issuer().equals(found.get("issuer")))
            throw new OutsideFailure(Why.UNTRUSTED, "not the issuer: " + (found == null ? null : found.get("issuer")));
        return found;
    }

    private String endpoint(Map<String, Object> found, String name) {
        URI own = URI.create(settings.issuer());
        String text = String.valueOf(found.get(name));
        if (!text.startsWith(own.getScheme() + "://" + own.getRawAuthority() + "/"))
            throw new OutsideFailure(Why.UNTRUSTED, name + " is elsewhere: " + text);
        return text;
    }
}
