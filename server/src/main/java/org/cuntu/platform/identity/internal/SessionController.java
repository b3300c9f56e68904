package org.cuntu.platform.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.home.DemoMarks;
import org.cuntu.platform.home.Version;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.ClientCertificates;
import org.cuntu.platform.identity.CurrentUser;
import org.cuntu.platform.identity.Requires;
import org.cuntu.platform.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Sign in, sign out, prove it anew, and what a page must know first. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/session")
class SessionController {
    private final SignInCheck check;
    private final SignIns signIns;
    private final Freshness freshness;
    private final ClientCertificates certificates;
    private final CertificateSignIn byCertificate;
    private final HomeSetup setup;
    private final CurrentUser current;
    private final CityFolder city;
    private final DemoMarks demo;

    SessionController(
            SignInCheck check,
            SignIns signIns,
            Freshness freshness,
            ClientCertificates certificates,
            CertificateSignIn byCertificate,
            HomeSetup setup,
            CurrentUser current,
            CityFolder city,
            DemoMarks demo) {
        this.check = check;
        this.signIns = signIns;
        this.freshness = freshness;
        this.certificates = certificates;
        this.byCertificate = byCertificate;
        this.setup = setup;
        this.current = current;
        this.city = city;
        this.demo = demo;
    }

    /**
     * What a page must know first; user is null when nobody is signed in.
     *
     * @param pending what must be done before anything else: password, second-factor; null: nothing
     * @param setup whether the home waits for its first persons
     * @param certificate whether the browser showed a client certificate
     */
    record Session(
            @Nullable User user,
            City city,
            boolean demo,
            String version,
            @Nullable String pending,
            boolean setup,
            boolean certificate) {}

    record City(String code, Map<String, String> name, List<Double> bounds, List<Double> center) {}

    /** code: of the authenticator, or a recovery code; null while none was asked for. */
    record SignIn(
            @Nullable String user,
            @Nullable String password,
            @Nullable String code) {
        @Override
        public String toString() {
            return "SignIn[" + user + "]";
        }
    }

    @GetMapping
    @Requires(Requires.PUBLIC)
    ResponseEntity<Session> show(@Nullable CsrfToken csrf, HttpServletRequest request) {
        if (csrf != null) csrf.getToken(); // makes the cookie that the page answers with
        Present.Pending pending = SignedIn.present().map(Present::pending).orElse(null);
        return answer(current.find().orElse(null), pending, request);
    }

    @PostMapping
    @Requires(Requires.PUBLIC)
    ResponseEntity<Session> signIn(@RequestBody SignIn given, HttpServletRequest request) {
        String user = given.user() == null ? "" : given.user().strip();
        if (user.isEmpty() || given.password() == null) throw empty();
        SignInCheck.Passed passed = check.pass(user, given.password(), given.code(), "identity:session:open");
        return opened(signIns.open(request, passed.account().id(), passed.factor()), request);
    }

    /** With the client certificate that the browser showed, when it is somebody's. */
    @PostMapping("/certificate")
    @Requires(Requires.PUBLIC)
    ResponseEntity<Session> signInByCertificate(HttpServletRequest request) {
        String account = byCertificate
                .pass(certificates.find(request).orElse(null))
                .orElseThrow(
                        () -> new ProblemAnswer(401, Problem.refused("identity.certificate", Problem.Place.UNKNOWN)));
        return opened(signIns.open(request, account, "certificate"), request);
    }

    /** Proves anew who is signed in, for a sensitive act. */
    @PostMapping("/fresh")
    @Requires(Requires.OWN)
    ResponseEntity<Void> prove(@RequestBody SignIn given) {
        if (given.password() == null) throw empty();
        freshness.prove(given.password(), given.code());
        return ResponseEntity.noContent().cacheControl(CacheControl.noStore()).build();
    }

    @DeleteMapping
    @Requires(Requires.PUBLIC)
    ResponseEntity<Void> signOut(HttpServletRequest request) {
        signIns.end(request, "out");
        HttpSession session = request.getSession(false);
        if (session != null) session.invalidate();
        SecurityContextHolder.clearContext();
        return ResponseEntity.noContent().build();
    }

    private ResponseEntity<Session> opened(Present present, HttpServletRequest request) {
        SessionFilter.enter(present);
        return answer(present.user(), present.pending(), request);
    }

    private ResponseEntity<Session> answer(
            @Nullable User user, Present.@Nullable Pending pending, HttpServletRequest request) {
        City place = new City(city.code(), Map.of("zh", city.zh(), "en", city.en()), city.bounds(), city.center());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Session(
                        user,
                        place,
                        demo.any(),
                        Version.TEXT,
                        pending == null ? null : pending.code(),
                        user == null && setup.isOpen(),
                        user == null && certificates.find(request).isPresent()));
    }

    private static InputRefused empty() {
        return new InputRefused(Problem.refused("identity.sign-in-empty", Problem.Place.UNKNOWN));
    }
}
