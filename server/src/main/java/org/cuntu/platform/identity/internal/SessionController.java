package org.cuntu.platform.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.home.DemoMarks;
import org.cuntu.platform.home.Version;
import org.cuntu.platform.identity.Accounts;
import org.cuntu.platform.identity.CurrentUser;
import org.cuntu.platform.identity.Requires;
import org.cuntu.platform.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Sign in, sign out, and what a page must know first. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/session")
class SessionController {
    private final Accounts accounts;
    private final CurrentUser current;
    private final CityFolder city;
    private final DemoMarks demo;
    private final SecurityContextRepository contexts;
    private final ProofLog proof;
    private final TransactionTemplate transaction;

    SessionController(
            Accounts accounts,
            CurrentUser current,
            CityFolder city,
            DemoMarks demo,
            SecurityContextRepository contexts,
            ProofLog proof,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.current = current;
        this.city = city;
        this.demo = demo;
        this.contexts = contexts;
        this.proof = proof;
        this.transaction = transaction;
    }

    /** What a page must know first; user is null when nobody is signed in. */
    record Session(@Nullable User user, City city, boolean demo, String version) {}

    record City(String code, Map<String, String> name, List<Double> bounds, List<Double> center) {}

    record SignIn(@Nullable String user, @Nullable String password) {
        @Override
        public String toString() {
            return "SignIn[" + user + "]";
        }
    }

    @GetMapping
    @Requires(Requires.PUBLIC)
    ResponseEntity<Session> show(CsrfToken csrf) {
        csrf.getToken(); // makes the cookie that the page answers with
        return answer(current.find().orElse(null));
    }

    @PostMapping
    @Requires(Requires.PUBLIC)
    ResponseEntity<Session> signIn(
            @RequestBody SignIn given, HttpServletRequest request, HttpServletResponse response) {
        if (given.user() == null || given.password() == null)
            throw new InputRefused(Problem.refused("identity.sign-in-empty", Problem.Place.UNKNOWN));
        User user = accounts.signIn(given.user().strip(), given.password());
        HttpSession old = request.getSession(false);
        if (old != null) old.invalidate();
        request.getSession(true);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user.id(), null, List.of()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        return answer(user);
    }

    @DeleteMapping
    @Requires(Requires.PUBLIC)
    ResponseEntity<Void> signOut(HttpServletRequest request) {
        current.find()
                .ifPresent(user -> transaction.executeWithoutResult(
                        status -> proof.append(new ProofAct(user.id(), "identity:session:close", user.id(), null))));
        HttpSession session = request.getSession(false);
        if (session != null) session.invalidate();
        SecurityContextHolder.clearContext();
        return ResponseEntity.noContent().build();
    }

    private ResponseEntity<Session> answer(@Nullable User user) {
        City place = new City(city.code(), Map.of("zh", city.zh(), "en", city.en()), city.bounds(), city.center());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Session(user, place, demo.any(), Version.TEXT));
    }
}
