package org.cuntu.platform.clients.internal;

import com.nimbusds.jose.jwk.source.JWKSource;
import java.util.List;
import java.util.Set;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.Settings;
import org.cuntu.platform.http.OwnAddress;
import org.cuntu.platform.http.ProblemWriter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.config.annotation.authentication.builders.AuthenticationManagerBuilder;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2ClientAuthenticationConfigurer;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.web.authentication.ClientSecretBasicAuthenticationConverter;
import org.springframework.security.oauth2.server.authorization.web.authentication.ClientSecretPostAuthenticationConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The chain of the token endpoint and its neighbours: Spring Authorization Server, of which one grant is used. */
@Component
@ConditionalOnWebApplication
class TokenChain {
    /** What this chain answers; everything else of the library stays unreachable. */
    static final Set<String> PATHS = Set.of("/oauth2/token", "/oauth2/introspect", "/oauth2/revoke", "/oauth2/jwks");

    private final ObjectProvider<HttpSecurity> security;
    private final ClientStore clients;
    private final TokenStore tokens;
    private final ProofLog proof;
    private final CityClock clock;
    private final Settings.Clients settings;
    private final TransactionTemplate transaction;
    private final Windows windows;
    private final ProblemWriter problems;
    private final OwnAddress address;

    TokenChain(
            ObjectProvider<HttpSecurity> security,
            ClientStore clients,
            TokenStore tokens,
            ProofLog proof,
            CityClock clock,
            Settings settings,
            TransactionTemplate transaction,
            Windows windows,
            ProblemWriter problems,
            OwnAddress address) {
        this.security = security;
        this.clients = clients;
        this.tokens = tokens;
        this.proof = proof;
        this.clock = clock;
        this.settings = settings.clients();
        this.transaction = transaction;
        this.windows = windows;
        this.problems = problems;
        this.address = address;
    }

    SecurityFilterChain build(SigningKeys keys) {
        HttpSecurity http = security.getObject();
        http.getSharedObject(AuthenticationManagerBuilder.class).parentAuthenticationManager(null);
        http.setSharedObject(JWKSource.class, keys);
        KnownClients known = new KnownClients(clients, clock, settings);
        return http.securityMatcher(request -> PATHS.contains(request.getRequestURI()))
                .with(new OAuth2AuthorizationServerConfigurer(), server -> configure(server, known, keys))
                .csrf(csrf -> csrf.disable())
                .logout(logout -> logout.disable())
                .requestCache(cache -> cache.disable())
                .securityContext(
                        context -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .addFilterBefore(
                        new TokenGate(windows, settings.attempts(), problems), SecurityContextHolderFilter.class)
                .build();
    }

    private void configure(OAuth2AuthorizationServerConfigurer server, KnownClients known, SigningKeys keys) {
        server.registeredClientRepository(known)
                .authorizationService(new IssuedTokens(tokens, clients, proof, clock, transaction))
                .authorizationServerSettings(AuthorizationServerSettings.builder()
                        .issuer(address.get())
                        .build())
                .tokenGenerator(generator(keys))
                .clientAuthentication(authentication -> authenticate(authentication, known))
                .tokenEndpoint(token -> token.accessTokenRequestConverters(all -> {
                            all.clear();
                            all.add(new TokenRequests());
                        })
                        .authenticationProviders(all ->
                                all.removeIf(one -> !(one instanceof OAuth2ClientCredentialsAuthenticationProvider))));
    }

    private void authenticate(OAuth2ClientAuthenticationConfigurer authentication, KnownClients known) {
        authentication
                .authenticationConverters(all -> {
                    all.clear();
                    all.add(new ClientSecretBasicAuthenticationConverter());
                    all.add(new ClientSecretPostAuthenticationConverter());
                })
                .authenticationProviders(all -> {
                    all.removeIf(one -> !(one instanceof ClientSecretAuthenticationProvider));
                    all.forEach(one -> ((ClientSecretAuthenticationProvider) one).setPasswordEncoder(known));
                })
                .authenticationSuccessHandler(new TokenCallers(clients, clock, windows))
                .errorResponseHandler(new RefusedClients(clients, proof, clock, transaction));
    }

    private JwtGenerator generator(SigningKeys keys) {
        JwtGenerator generator = new JwtGenerator(new NimbusJwtEncoder(keys));
        generator.setClock(clock.utc());
        generator.setJwtCustomizer(context -> address(context, keys));
        return generator;
    }

    /** A token is for this installation's interface, and says which key signed it. */
    private void address(JwtEncodingContext context, SigningKeys keys) {
        context.getJwsHeader()
                .algorithm(SignatureAlgorithm.ES256)
                .keyId(keys.current().getKeyID());
        context.getClaims().audience(List.of(address.get()));
    }
}
