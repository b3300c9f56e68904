package org.cuntu.platform.identity.internal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.FourEyes;
import org.cuntu.platform.identity.Masked;
import org.cuntu.platform.identity.Requires;
import org.cuntu.platform.identity.Unmasking;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Accounts for the administrators (统一用户). What concerns an administrator's access takes two: the answer is then a proposal. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/accounts")
class AccountController {
    private final AccountChanges changes;
    private final CertificateBindings bindings;
    private final AccountViews views;
    private final Posts posts;
    private final Separation separation;
    private final FourEyes fourEyes;
    private final Unmasking unmasking;
    private final ProofLog proof;
    private final CurrentActor actor;
    private final TransactionTemplate transaction;

    AccountController(
            AccountChanges changes,
            CertificateBindings bindings,
            AccountViews views,
            Posts posts,
            Separation separation,
            FourEyes fourEyes,
            Unmasking unmasking,
            ProofLog proof,
            CurrentActor actor,
            TransactionTemplate transaction) {
        this.changes = changes;
        this.bindings = bindings;
        this.views = views;
        this.posts = posts;
        this.separation = separation;
        this.fourEyes = fourEyes;
        this.unmasking = unmasking;
        this.proof = proof;
        this.actor = actor;
        this.transaction = transaction;
    }

    record Opening(
            @Nullable String id,
            @Nullable String name,
            @Nullable String unit) {}

    record Personal(@Nullable String phone, @Nullable String identityNumber) {
        @Override
        public String toString() {
            return "Personal";
        }
    }

    record Why(@Nullable String reason) {}

    record Unmask(@Nullable String field, @Nullable String reason) {}

    /**
     * @param certificate PEM, or DER as base64
     * @param fingerprint in its place; both null: none any more
     * @param reason for an administrator
     */
    record Certificate(
            @Nullable String certificate,
            @Nullable String fingerprint,
            @Nullable String reason) {
        @Nullable
        CertificateDetails details() {
            if (certificate != null) return CertificateDetails.of(CertificateFile.read(certificate));
            return fingerprint == null ? null : CertificateDetails.ofFingerprint(fingerprint);
        }
    }

    record Assignment(
            @Nullable String unit,
            @Nullable String post,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String reason) {}

    /**
     * What came of it: done, with what is shown once; or a proposal that somebody else decides.
     *
     * @param password for the next sign-in, shown once
     */
    record Outcome(@Nullable String password, FourEyes.@Nullable Matter matter) {
        @Override
        public String toString() {
            return "Outcome";
        }
    }

    @GetMapping
    @Requires("identity:account:read")
    ResponseEntity<List<AccountViews.Line>> list() {
        read("all");
        return kept(views.list());
    }

    @GetMapping("/{id}")
    @Requires("identity:account:read")
    ResponseEntity<AccountViews.Whole> show(@PathVariable String id) {
        AccountViews.Whole whole = views.whole(id);
        read(id);
        return kept(whole);
    }

    @PostMapping
    @Requires(value = "identity:account:manage", fresh = true)
    ResponseEntity<Outcome> open(@RequestBody Opening asked) {
        return kept(new Outcome(changes.open(text(asked.id()), text(asked.name()), text(asked.unit())), null));
    }

    @PutMapping("/{id}")
    @Requires("identity:account:manage")
    ResponseEntity<AccountViews.Whole> rename(@PathVariable String id, @RequestBody Opening asked) {
        changes.rename(id, text(asked.name()), text(asked.unit()));
        return kept(views.whole(id));
    }

    @PutMapping("/{id}/personal")
    @Requires("identity:account:manage")
    ResponseEntity<AccountViews.Whole> personal(@PathVariable String id, @RequestBody Personal given) {
        changes.setPersonal(id, given.phone(), given.identityNumber());
        return kept(views.whole(id));
    }

    /** One number in clear, for a reason. */
    @PostMapping("/{id}/unmask")
    @Requires(value = Unmasking.PERMISSION, fresh = true)
    ResponseEntity<Map<String, String>> unmask(@PathVariable String id, @RequestBody Unmask asked) {
        AccountRow row = changes.get(id);
        String field = text(asked.field());
        Masked masked =
                switch (field) {
                    case "phone" -> changes.phone(row);
                    case "identityNumber" -> changes.identityNumber(row);
                    default ->
                        throw new ProblemAnswer(
                                400, Problem.refused("http.parameter", Problem.Place.UNKNOWN, "name", "field"));
                };
        if (masked == null) return kept(Map.of());
        return kept(Map.of("clear", unmasking.reveal(masked, id + " " + field, text(asked.reason()))));
    }

    @PostMapping("/{id}/disable")
    @Requires(value = "identity:account:disable", fresh = true)
    ResponseEntity<AccountViews.Whole> disable(@PathVariable String id) {
        if (id.equals(actor.id())) throw ProblemAnswer.conflict("identity.own-account");
        changes.disable(id);
        return kept(views.whole(id));
    }

    @PostMapping("/{id}/enable")
    @Requires(value = "identity:account:manage", fresh = true)
    ResponseEntity<AccountViews.Whole> enable(@PathVariable String id) {
        changes.enable(id);
        return kept(views.whole(id));
    }

    /** A one-time password; an administrator's takes two. */
    @PostMapping("/{id}/reset")
    @Requires(value = "identity:account:reset", fresh = true)
    ResponseEntity<Outcome> reset(@PathVariable String id, @RequestBody Why why) {
        changes.get(id);
        if (!separation.isAdministrator(id)) return kept(new Outcome(changes.reset(id), null));
        return kept(new Outcome(null, fourEyes.propose(AdministratorResetKind.CODE, id, Map.of(), text(why.reason()))));
    }

    /** Before the time of the lock is over; an administrator's takes two. */
    @PostMapping("/{id}/unlock")
    @Requires(value = "identity:account:unlock", fresh = true)
    ResponseEntity<Outcome> unlock(@PathVariable String id, @RequestBody Why why) {
        changes.get(id);
        if (separation.isAdministrator(id))
            return kept(new Outcome(
                    null, fourEyes.propose(AdministratorUnlockKind.CODE, id, Map.of(), text(why.reason()))));
        changes.unlock(id);
        return kept(new Outcome(null, null));
    }

    /** Another one for an administrator takes two; taking one away does not. */
    @PutMapping("/{id}/certificate")
    @Requires(value = "identity:account:reset", fresh = true)
    ResponseEntity<Outcome> certificate(@PathVariable String id, @RequestBody Certificate given) {
        changes.get(id);
        CertificateDetails details = given.details();
        if (details == null) bindings.end(id);
        else if (separation.isAdministrator(id))
            return kept(new Outcome(
                    null,
                    fourEyes.propose(AdministratorCertificateKind.CODE, id, details.content(), text(given.reason()))));
        else bindings.bind(id, details, null);
        return kept(new Outcome(null, null));
    }

    @DeleteMapping("/{id}/sessions")
    @Requires("identity:account:disable")
    ResponseEntity<Void> endSessions(@PathVariable String id) {
        changes.endSignIns(id);
        return ResponseEntity.noContent().build();
    }

    /** A post with roles takes two. */
    @PostMapping("/{id}/posts")
    @Requires(value = "identity:post:assign", fresh = true)
    ResponseEntity<Outcome> assign(@PathVariable String id, @RequestBody Assignment asked) {
        changes.get(id);
        Map<String, String> content = new LinkedHashMap<>();
        content.put("unit", text(asked.unit()));
        content.put("post", text(asked.post()));
        content.put("from", Objects.toString(asked.from(), ""));
        content.put("to", Objects.toString(asked.to(), ""));
        return kept(new Outcome(
                null, posts.assign(id, content, text(asked.reason())).orElse(null)));
    }

    @DeleteMapping("/{id}/posts/{holding}")
    @Requires("identity:post:assign")
    ResponseEntity<Void> leave(@PathVariable String id, @PathVariable UUID holding) {
        posts.leave(id, holding);
        return ResponseEntity.noContent().build();
    }

    private void read(String object) {
        transaction.executeWithoutResult(
                status -> proof.append(new ProofAct(actor.id(), "identity:account:read", object, null)));
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }

    private static <T> ResponseEntity<T> kept(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
