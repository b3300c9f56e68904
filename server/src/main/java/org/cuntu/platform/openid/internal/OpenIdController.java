package org.cuntu.platform.openid.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import org.cuntu.platform.home.Settings;
import org.cuntu.platform.http.OwnAddress;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.Requires;
import org.cuntu.platform.identity.TrustedSignIn;
import org.cuntu.platform.openid.internal.OutsideFailure.Why;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The browser's way to the outside provider and back. What fails is said on the sign-in page, where the browser is sent. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/open-id")
class OpenIdController {
    private static final Logger log = LoggerFactory.getLogger(OpenIdController.class);
    private static final String COOKIE = "CUNTU-OPENID";
    /** From the root, and not from another host's. */
    private static final String OWN = "/(?!/)[A-Za-z0-9/_.~?=&%,:;@!$'()*+-]*";

    private final Settings.OpenId settings;
    private final OpenIdProof protocol;
    private final OutsidePeople people;
    private final WaysOut ways;
    private final TrustedSignIn sessions;
    private final OwnAddress address;

    OpenIdController(
            Settings settings,
            OpenIdProof protocol,
            OutsidePeople people,
            WaysOut ways,
            TrustedSignIn sessions,
            OwnAddress address) {
        this.settings = settings.openId();
        this.protocol = protocol;
        this.people = people;
        this.ways = ways;
        this.sessions = sessions;
        this.address = address;
    }

    /** Whether somebody outside is trusted, and how the page calls it; empty: by the general word. */
    record Offer(boolean set, String name) {}

    @GetMapping
    @Requires(Requires.PUBLIC)
    Offer offer() {
        return new Offer(settings.isSet(), settings.name());
    }

    @GetMapping("/start")
    @Requires(Requires.PUBLIC)
    ResponseEntity<Void> start(
            @RequestParam(defaultValue = "/") String to, HttpServletRequest request, HttpServletResponse response) {
        if (!settings.isSet()) throw ProblemAnswer.notFound("http.not-found");
        try {
            OAuth2AuthorizationRequest out = protocol.wayOut(request);
            String key = ways.begin(out, own(to));
            return go(out.getAuthorizationRequestUri(), key, WaysOut.LASTS, response);
        } catch (OutsideFailure e) {
            return refuse(e, response);
        }
    }

    @GetMapping("/callback")
    @Requires(Requires.PUBLIC)
    ResponseEntity<Void> callback(
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String error,
            @CookieValue(name = COOKIE, required = false) @Nullable String key,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!settings.isSet()) throw ProblemAnswer.notFound("http.not-found");
        try {
            WaysOut.Way way = ways.end(key == null ? "" : key)
                    .filter(begun -> begun.request().getState().equals(state))
                    .orElseThrow(() -> new OutsideFailure(Why.STALE, "no such way out"));
            String account = people.account(protocol.claims(way.request(), back(way, code, error)));
            sessions.open(account, "openid", request, response);
            return go(way.to(), "", Duration.ZERO, response);
        } catch (OutsideFailure e) {
            return refuse(e, response);
        }
    }

    private OAuth2AuthorizationResponse back(WaysOut.Way way, @Nullable String code, @Nullable String error) {
        OAuth2AuthorizationResponse.Builder back = code == null
                ? OAuth2AuthorizationResponse.error(error == null ? "invalid_response" : error)
                : OAuth2AuthorizationResponse.success(code);
        return back.redirectUri(address.get() + Provider.PATH_BACK)
                .state(way.request().getState())
                .build();
    }

    private ResponseEntity<Void> refuse(OutsideFailure failure, HttpServletResponse response) {
        log.warn("outside sign-in: {} {}", failure.why(), failure.getMessage());
        return go("/sign-in?outside=" + failure.why().word(), "", Duration.ZERO, response);
    }

    /** An address of this page and of nobody else. */
    private static String own(String to) {
        return to.matches(OWN) ? to : "/";
    }

    /** The cookie is added here: an answer's own header would take the place of the new session's. */
    private ResponseEntity<Void> go(String to, String key, Duration lasts, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(COOKIE, key)
                .path("/api/open-id")
                .httpOnly(true)
                .sameSite("Lax")
                .secure(address.isSecure())
                .maxAge(lasts)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return ResponseEntity.status(302)
                .location(URI.create(to))
                .cacheControl(CacheControl.noStore())
                .build();
    }
}
