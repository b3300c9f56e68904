package org.cuntu.platform.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.OperatorToken;
import org.cuntu.platform.http.ProblemWriter;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;

/**
 * The chain of filters. Permissions of {@code /api} are {@link PermissionCheck}'s; here is what comes before a handler.
 * Nothing is said of session management: as soon as it is, a filter keeps every context that it meets in the session, the
 * owner's of one request with the run file's token too. {@link SignIns} keeps those who sign in.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SecurityConfig {
    /** Requests are measured once each, not once a filter: nobody reads those figures, and a live review passes twenty filters. */
    @Bean
    SecurityObservationSettings securityObservationSettings() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityContextRepository securityContextRepository() {
        return new HttpSessionSecurityContextRepository();
    }

    /** Nobody signs in through the framework's own managers; this keeps it from making a default account. */
    @Bean
    AuthenticationManager authenticationManager() {
        return authentication -> {
            throw new org.springframework.security.authentication.AuthenticationServiceException("not used");
        };
    }

    @Bean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http,
            SecurityContextRepository contexts,
            OperatorToken token,
            SignIns signIns,
            ProblemWriter problems) {
        return http.csrf(csrf ->
                        csrf.spa().ignoringRequestMatchers(OperatorFilter::isBearer, SecurityConfig::isAnotherUnit))
                .addFilterBefore(new OperatorFilter(token, problems), CsrfFilter.class)
                .addFilterBefore(new SessionFilter(signIns), CsrfFilter.class)
                .securityContext(context -> context.securityContextRepository(contexts))
                .requestCache(cache -> cache.disable())
                .formLogin(form -> form.disable())
                .httpBasic(basic -> basic.disable())
                .logout(logout -> logout.disable())
                .authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .denyAll()
                        .anyRequest()
                        .permitAll())
                .exceptionHandling(errors -> errors.authenticationEntryPoint((request, response, e) -> problems.write(
                                request, response, 401, Problem.refused("http.sign-in-first", Problem.Place.UNKNOWN)))
                        .accessDeniedHandler((request, response, e) -> problems.write(
                                request, response, 403, Problem.refused("identity.forgery", Problem.Place.UNKNOWN))))
                // written before this chain, on every answer: PageProtection
                .headers(headers -> headers.disable())
                .build();
    }

    /** Another unit hands over a head of its log: it has no page and no cookie that could be misused. */
    private static boolean isAnotherUnit(HttpServletRequest request) {
        return request.getServletPath().equals("/api/witness/heads") && request.getHeader("Cookie") == null;
    }
}
