package org.cuntu.platform.openid.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.openid.internal.OutsideFailure.Why;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/** The protocol by Spring Security's client: the way out, and what came back to the claims of a token that holds. */
@Component
@ConditionalOnWebApplication
class OpenIdProof {
    private static final Set<SignatureAlgorithm> ALGORITHMS = Set.of(
            SignatureAlgorithm.RS256,
            SignatureAlgorithm.RS384,
            SignatureAlgorithm.RS512,
            SignatureAlgorithm.PS256,
            SignatureAlgorithm.ES256,
            SignatureAlgorithm.ES384);

    private final Provider provider;
    private final CityClock clock;
    private final Map<String, JwtDecoder> decoders = new ConcurrentHashMap<>();

    OpenIdProof(Provider provider, CityClock clock) {
        this.provider = provider;
        this.clock = clock;
    }

    /** With state, nonce and PKCE. */
    OAuth2AuthorizationRequest wayOut(HttpServletRequest request) {
        ClientRegistration registration = provider.registration();
        DefaultOAuth2AuthorizationRequestResolver resolver =
                new DefaultOAuth2AuthorizationRequestResolver(id -> registration, "/api/open-id");
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        return Objects.requireNonNull(resolver.resolve(request, registration.getRegistrationId()));
    }

    /**
     * The claims of the provider's token about the person.
     *
     * @throws OutsideFailure when anything does not hold
     */
    Map<String, Object> claims(OAuth2AuthorizationRequest out, OAuth2AuthorizationResponse back) {
        ClientRegistration registration = provider.registration();
        try {
            var answer = protocol()
                    .authenticate(new OAuth2LoginAuthenticationToken(
                            registration, new OAuth2AuthorizationExchange(out, back)));
            if (answer != null && answer.getPrincipal() instanceof OidcUser person) return person.getClaims();
            throw new OutsideFailure(Why.UNTRUSTED, "no token about a person");
        } catch (OAuth2AuthenticationException e) {
            throw new OutsideFailure(
                    e.getError().getErrorCode().equals("access_denied") ? Why.CANCELLED : Why.UNTRUSTED, e);
        } catch (AuthenticationException e) {
            throw new OutsideFailure(Why.UNTRUSTED, e);
        }
    }

    private OidcAuthorizationCodeAuthenticationProvider protocol() {
        ClientHttpRequestFactory requests = Provider.requests();
        RestClientAuthorizationCodeTokenResponseClient tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(RestClient.builder()
                .requestFactory(requests)
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        OidcAuthorizationCodeAuthenticationProvider protocol =
                new OidcAuthorizationCodeAuthenticationProvider(tokens, new OidcUserService());
        protocol.setJwtDecoderFactory(
                registration -> decoders.computeIfAbsent(jwks(registration), uri -> decoder(uri, registration)));
        return protocol;
    }

    private static String jwks(ClientRegistration registration) {
        return Objects.requireNonNull(registration.getProviderDetails().getJwkSetUri());
    }

    /** Signed with a key that the provider publishes; for this client, by this issuer, at this time. */
    private JwtDecoder decoder(String keys, ClientRegistration registration) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(keys)
                .jwsAlgorithms(all -> all.addAll(ALGORITHMS))
                .restOperations(new RestTemplate(Provider.requests()))
                .build();
        OidcIdTokenValidator validator = new OidcIdTokenValidator(registration);
        validator.setClock(clock.utc());
        decoder.setJwtValidator(validator);
        return decoder;
    }
}
