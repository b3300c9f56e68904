package org.cuntu.platform.clients.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.http.OwnAddress;
import org.cuntu.platform.http.ProblemWriter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.env.Environment;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.annotation.authentication.builders.AuthenticationManagerBuilder;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * The chain of requests that bring a token of ours. It never makes a session, and needs no protection against forgery: no
 * browser sends the header by itself.
 */
@Component
@ConditionalOnWebApplication
class BearerChain {
    private final ObjectProvider<HttpSecurity> security;
    private final TokenStore tokens;
    private final ClientStore clients;
    private final CityClock clock;
    private final Windows windows;
    private final ProblemWriter problems;
    private final OwnAddress address;
    private final Environment environment;

    BearerChain(
            ObjectProvider<HttpSecurity> security,
            TokenStore tokens,
            ClientStore clients,
            CityClock clock,
            Windows windows,
            ProblemWriter problems,
            OwnAddress address,
            Environment environment) {
        this.security = security;
        this.tokens = tokens;
        this.clients = clients;
        this.clock = clock;
        this.windows = windows;
        this.problems = problems;
        this.address = address;
        this.environment = environment;
    }

    /** A token of ours has dots; the run file's token, which {@code identity} takes, has none. */
    static boolean isToken(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && header.toLowerCase(Locale.ROOT).startsWith("bearer ") && header.indexOf('.') > 0;
    }

    SecurityFilterChain build(SigningKeys keys) {
        HttpSecurity http = security.getObject();
        http.getSharedObject(AuthenticationManagerBuilder.class).parentAuthenticationManager(null);
        String cookie = environment.getProperty("server.servlet.session.cookie.name", "JSESSIONID");
        return http.securityMatcher(BearerChain::isToken)
                .csrf(csrf -> csrf.disable())
                .logout(logout -> logout.disable())
                .requestCache(cache -> cache.disable())
                .securityContext(
                        context -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .oauth2ResourceServer(
                        server -> server.authenticationEntryPoint(this::refuse).jwt(jwt -> jwt.decoder(decoder(keys))
                                .jwtAuthenticationConverter(new ClientCallers(tokens, clients, clock))))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(this::refuse))
                .addFilterBefore(new BearerGate(cookie, problems), BearerTokenAuthenticationFilter.class)
                .addFilterAfter(new ClientGate(windows, problems), BearerTokenAuthenticationFilter.class)
                .build();
    }

    /** ES256 and nothing else, whatever a token's head says of itself. */
    private JwtDecoder decoder(SigningKeys keys) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys)
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .build();
        // the issuer's clock is this one
        JwtTimestampValidator times = new JwtTimestampValidator(Duration.ofSeconds(1));
        times.setClock(clock.utc());
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                times, new JwtIssuerValidator(address.get()), new JwtAudienceValidator(address.get())));
        return decoder;
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        if (e instanceof AuthenticationServiceException) throw e;
        response.setHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
        problems.write(request, response, 401, Problem.refused("clients.token", Problem.Place.UNKNOWN));
    }
}
