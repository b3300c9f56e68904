package org.cuntu.platform.clients.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.clients.MachineClient;
import org.cuntu.platform.home.CityClock;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.http.converter.OAuth2ErrorHttpMessageConverter;
import org.springframework.security.oauth2.server.authorization.web.authentication.ClientSecretBasicAuthenticationConverter;
import org.springframework.security.oauth2.server.authorization.web.authentication.ClientSecretPostAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.DelegatingAuthenticationConverter;
import org.springframework.transaction.support.TransactionTemplate;

/** A client that could not show who it is: one entry of the proof log, and the answer of RFC 6749, 5.2, without the reason. */
final class RefusedClients implements AuthenticationFailureHandler {
    private static final String UNKNOWN = "unknown";

    private final ClientStore store;
    private final ProofLog proof;
    private final CityClock clock;
    private final TransactionTemplate transaction;
    private final HttpMessageConverter<OAuth2Error> writer = new OAuth2ErrorHttpMessageConverter();
    private final DelegatingAuthenticationConverter credentials = new DelegatingAuthenticationConverter(
            new ClientSecretBasicAuthenticationConverter(), new ClientSecretPostAuthenticationConverter());

    RefusedClients(ClientStore store, ProofLog proof, CityClock clock, TransactionTemplate transaction) {
        this.store = store;
        this.proof = proof;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException e) throws IOException {
        SecurityContextHolder.clearContext();
        String code = e instanceof OAuth2AuthenticationException protocol
                ? protocol.getError().getErrorCode()
                : OAuth2ErrorCodes.INVALID_CLIENT;
        String client = claimed(request);
        transaction.executeWithoutResult(status -> proof.append(new ProofAct(
                client.equals(UNKNOWN) ? UNKNOWN : MachineClient.PREFIX + client,
                "clients:token:refuse",
                client + " " + code,
                null)));
        ServletServerHttpResponse answer = new ServletServerHttpResponse(response);
        answer.setStatusCode(
                switch (code) {
                    case OAuth2ErrorCodes.INVALID_CLIENT -> HttpStatus.UNAUTHORIZED;
                    case OAuth2ErrorCodes.TEMPORARILY_UNAVAILABLE -> HttpStatus.TOO_MANY_REQUESTS;
                    default -> HttpStatus.BAD_REQUEST;
                });
        if (code.equals(OAuth2ErrorCodes.INVALID_CLIENT))
            answer.getHeaders().set("WWW-Authenticate", "Basic realm=\"cuntu\"");
        writer.write(new OAuth2Error(code), null, answer);
    }

    /** The id that the request names, when there is such a client: anything else is a stranger's text. */
    private String claimed(HttpServletRequest request) {
        try {
            return Optional.ofNullable(credentials.convert(request))
                    .map(Authentication::getName)
                    .filter(id -> store.find(id, clock.now()).isPresent())
                    .orElse(UNKNOWN);
        } catch (AuthenticationException e) {
            return UNKNOWN;
        }
    }
}
