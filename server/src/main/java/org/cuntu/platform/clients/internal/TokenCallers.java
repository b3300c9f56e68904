package org.cuntu.platform.clients.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.cuntu.platform.clients.MachineClient;
import org.cuntu.platform.home.CityClock;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/** A client that has shown its secret: it comes from where it may, and a request for a token counts as one of its quota. */
final class TokenCallers implements AuthenticationSuccessHandler {
    private final ClientStore store;
    private final CityClock clock;
    private final Windows windows;

    TokenCallers(ClientStore store, CityClock clock, Windows windows) {
        this.store = store;
        this.clock = clock;
        this.windows = windows;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        MachineClient client = store.find(authentication.getName(), clock.now())
                .orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT));
        if (!ClientGate.isFrom(client.terms().addresses(), request.getRemoteAddr()))
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        if (windows.take(client.caller(), client.terms().quota()) > 0)
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.TEMPORARILY_UNAVAILABLE);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
    }
}
