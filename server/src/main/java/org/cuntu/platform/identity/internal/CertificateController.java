package org.cuntu.platform.identity.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.Accounts;
import org.cuntu.platform.identity.FourEyes;
import org.cuntu.platform.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Client certificates: of all accounts, one's own, and what a file holds before it is bound. */
@RestController
@ConditionalOnWebApplication
class CertificateController {
    private static final int NEWEST = 500;

    private final CertificateTable table;
    private final FourEyes fourEyes;
    private final Accounts accounts;
    private final ProofLog proof;
    private final CurrentActor actor;
    private final CityClock clock;
    private final TransactionTemplate transaction;

    CertificateController(
            CertificateTable table,
            FourEyes fourEyes,
            Accounts accounts,
            ProofLog proof,
            CurrentActor actor,
            CityClock clock,
            TransactionTemplate transaction) {
        this.table = table;
        this.fourEyes = fourEyes;
        this.accounts = accounts;
        this.proof = proof;
        this.actor = actor;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** @param certificate PEM, or DER as base64 */
    record File(@Nullable String certificate) {}

    enum State {
        IN_USE,
        NOT_YET,
        OVER,
        ENDED
    }

    record Line(
            String account,
            String name,
            CertificateDetails certificate,
            State state,
            Instant boundAt,
            String boundBy,
            @Nullable String proposedBy,
            @Nullable Instant endedAt,
            @Nullable String endedBy) {}

    /** One that waits for the second person. */
    record Waiting(
            UUID id,
            String account,
            String name,
            CertificateDetails certificate,
            String reason,
            String proposedBy,
            Instant proposedAt,
            Instant until) {}

    record Answer(List<Line> items, List<Waiting> waiting) {}

    @GetMapping("/api/certificates")
    @Requires("identity:account:read")
    ResponseEntity<Answer> list() {
        Answer answer = new Answer(
                table.list().stream().map(this::line).toList(),
                fourEyes.listNewest(NEWEST).stream()
                        .filter(matter -> matter.kind().equals(AdministratorCertificateKind.CODE)
                                && matter.state() == FourEyes.State.OPEN)
                        .map(this::waiting)
                        .toList());
        transaction.executeWithoutResult(
                status -> proof.append(new ProofAct(actor.id(), "identity:certificate:read", "all", null)));
        return kept(answer);
    }

    @GetMapping("/api/me/certificates")
    @Requires(Requires.OWN)
    ResponseEntity<List<Line>> own() {
        return kept(table.listOf(actor.id()).stream().map(this::line).toList());
    }

    /** What a file holds; nothing is bound. */
    @PostMapping("/api/certificates/look")
    @Requires("identity:account:reset")
    ResponseEntity<CertificateDetails> look(@RequestBody File file) {
        if (file.certificate() == null)
            throw new ProblemAnswer(
                    400, Problem.refused("http.parameter", Problem.Place.UNKNOWN, "name", "certificate"));
        return kept(CertificateDetails.of(CertificateFile.read(file.certificate())));
    }

    private Line line(CertificateTable.Row row) {
        return new Line(
                row.account(),
                name(row.account()),
                row.details(),
                state(row),
                row.boundAt(),
                name(row.boundBy()),
                row.proposedBy() == null ? null : name(row.proposedBy()),
                row.endedAt(),
                row.endedBy() == null ? null : name(row.endedBy()));
    }

    private State state(CertificateTable.Row row) {
        Instant now = clock.now();
        Instant from = row.details().from();
        Instant until = row.details().until();
        if (row.endedAt() != null) return State.ENDED;
        if (until != null && until.isBefore(now)) return State.OVER;
        return from != null && from.isAfter(now) ? State.NOT_YET : State.IN_USE;
    }

    private Waiting waiting(FourEyes.Matter matter) {
        return new Waiting(
                matter.id(),
                matter.subject(),
                name(matter.subject()),
                CertificateDetails.of(matter.content()),
                matter.reason(),
                name(matter.proposedBy()),
                matter.proposedAt(),
                matter.until());
    }

    private String name(String id) {
        return accounts.findName(id).orElse(id);
    }

    private static <T> ResponseEntity<T> kept(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
