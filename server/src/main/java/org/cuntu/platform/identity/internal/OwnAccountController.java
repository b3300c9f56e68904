package org.cuntu.platform.identity.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The own account: password, second factor, sign-ins, and what one lends. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/me")
class OwnAccountController {
    private final OwnAccount own;
    private final Delegations delegations;
    private final AccountViews views;
    private final CityClock clock;

    OwnAccountController(OwnAccount own, Delegations delegations, AccountViews views, CityClock clock) {
        this.own = own;
        this.delegations = delegations;
        this.views = views;
        this.clock = clock;
    }

    record PasswordChange(@Nullable String old, @Nullable String password) {
        @Override
        public String toString() {
            return "PasswordChange";
        }
    }

    record Code(@Nullable String code) {
        @Override
        public String toString() {
            return "Code";
        }
    }

    /** to: the first day no more. */
    record Lending(
            @Nullable String taker,
            @Nullable List<String> roles,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String reason) {}

    /** secret: for typing where no camera is. */
    record Begun(String secret, String uri, String qr) {}

    record RecoveryCodes(List<String> codes) {}

    @GetMapping
    @Requires(Requires.OWN)
    ResponseEntity<AccountViews.Own> show() {
        return kept(views.own(present()));
    }

    @PutMapping("/password")
    @Requires(Requires.OWN)
    ResponseEntity<Void> changePassword(@RequestBody PasswordChange asked) {
        if (asked.old() == null || asked.password() == null)
            throw new InputRefused(Problem.refused("identity.sign-in-empty", Problem.Place.UNKNOWN));
        own.changePassword(present(), asked.old(), asked.password());
        return ResponseEntity.noContent().build();
    }

    /** A new secret, with a QR code (SVG) for the authenticator. */
    @PostMapping("/second-factor")
    @Requires(value = Requires.OWN, fresh = true)
    ResponseEntity<Begun> begin() {
        SecondFactors.Begun begun = own.beginSecondFactor(present());
        return kept(new Begun(begun.secret(), begun.uri(), QrSvg.of(begun.uri())));
    }

    @PutMapping("/second-factor")
    @Requires(Requires.OWN)
    ResponseEntity<RecoveryCodes> confirm(@RequestBody Code given) {
        return kept(new RecoveryCodes(own.confirmSecondFactor(present(), given.code() == null ? "" : given.code())));
    }

    @PostMapping("/recovery-codes")
    @Requires(value = Requires.OWN, fresh = true)
    ResponseEntity<RecoveryCodes> recoveryCodes() {
        return kept(new RecoveryCodes(own.newRecoveryCodes(present())));
    }

    @DeleteMapping("/sessions/{id}")
    @Requires(Requires.OWN)
    ResponseEntity<Void> end(@PathVariable String id) {
        own.endSignIn(present(), id);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/delegations")
    @Requires(value = Requires.OWN, fresh = true)
    ResponseEntity<AccountViews.Lent> lend(@RequestBody Lending asked) {
        DelegationTable.Row row = delegations.lend(
                present().user().id(),
                asked.taker() == null ? "" : asked.taker().strip(),
                asked.roles() == null ? List.of() : asked.roles(),
                new Dated(asked.from() == null ? clock.today() : asked.from(), asked.to()),
                asked.reason() == null ? "" : asked.reason());
        return kept(views.lent(row));
    }

    @DeleteMapping("/delegations/{id}")
    @Requires(Requires.OWN)
    ResponseEntity<Void> giveBack(@PathVariable UUID id) {
        delegations.end(id, present().user().id(), false);
        return ResponseEntity.noContent().build();
    }

    private static Present present() {
        return SignedIn.present()
                .orElseThrow(() -> new ProblemAnswer(403, Problem.refused("identity.no-account", Problem.Place.UNKNOWN)));
    }

    private static <T> ResponseEntity<T> kept(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
