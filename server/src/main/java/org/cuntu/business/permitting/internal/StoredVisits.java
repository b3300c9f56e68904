package org.cuntu.business.permitting.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.cuntu.business.permitting.SiteVisit;
import org.cuntu.business.permitting.SiteVisits;
import org.cuntu.core.cases.CaseFile;
import org.cuntu.core.cases.CaseState;
import org.cuntu.core.cases.Cases;
import org.cuntu.core.rules.CanonicalJson;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.Box;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.CurrentUser;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Site visits in the database. */
@Component
class StoredVisits implements SiteVisits {
    static final String WRITE = "permitting:visit:write";
    private static final int LONGEST = 4000;
    private static final int LONGEST_OTHERS = 500;
    private static final int MOST_PHOTOS = 30;

    private final VisitTable visits;
    private final ObjectProvider<Cases> cases;
    private final PermitSight sight;
    private final CurrentUser current;
    private final ProofLog proof;
    private final CityClock clock;
    private final CityFolder city;
    private final TransactionTemplate transaction;

    StoredVisits(
            VisitTable visits,
            ObjectProvider<Cases> cases,
            PermitSight sight,
            CurrentUser current,
            ProofLog proof,
            CityClock clock,
            CityFolder city,
            TransactionTemplate transaction) {
        this.visits = visits;
        this.cases = cases;
        this.sight = sight;
        this.current = current;
        this.proof = proof;
        this.clock = clock;
        this.city = city;
        this.transaction = transaction;
    }

    @Override
    public SiteVisit sign(UUID caseId, Order order) {
        CaseFile file = cases.getObject().get(caseId);
        if (!sight.sees(WRITE, file.division()))
            throw new ProblemAnswer(
                    403, problem("permitting.other-division", "permission", WRITE, "division", file.division()));
        if (file.state() != CaseState.IN_REVIEW)
            throw ProblemAnswer.conflict(
                    "permitting.visit-when", "state", file.state().name());
        check(order);
        String by = current.get().id();
        Instant now = clock.now();
        UUID id = UUID.randomUUID();
        return Objects.requireNonNull(transaction.execute(status -> {
            String content = CanonicalJson.write(List.of(
                    caseId.toString(),
                    order.visitedAt().toString(),
                    micro(order.lon()),
                    micro(order.lat()),
                    order.others().strip(),
                    order.findings().strip(),
                    order.agrees(),
                    by,
                    order.photos().stream().map(SiteVisit.Photo::sha256).toList()));
            String leaf = proof.append(new ProofAct(by, WRITE, file.number() + " " + id, CanonicalJson.sha256(content))
                    .on(Box.point(order.lon(), order.lat())));
            SiteVisit visit = new SiteVisit(
                    id,
                    caseId,
                    file.division(),
                    order.visitedAt(),
                    order.lon(),
                    order.lat(),
                    order.others().strip(),
                    order.findings().strip(),
                    order.agrees(),
                    by,
                    now,
                    leaf,
                    order.photos());
            visits.add(visit);
            return visit;
        }));
    }

    /** Whole 1e-7°, about a centimetre. */
    private static long micro(double degrees) {
        return StrictMath.round(degrees * 1e7);
    }

    private void check(Order order) {
        List<Problem> problems = new ArrayList<>();
        String findings = order.findings().strip();
        if (findings.isEmpty() || findings.length() > LONGEST)
            problems.add(problem("permitting.visit-findings", "most", LONGEST));
        if (order.others().length() > LONGEST_OTHERS)
            problems.add(problem("permitting.visit-others", "most", LONGEST_OTHERS));
        if (order.photos().size() > MOST_PHOTOS) problems.add(problem("permitting.visit-photos", "most", MOST_PHOTOS));
        if (order.visitedAt().isAfter(clock.now())) problems.add(problem("permitting.visit-later"));
        List<Double> box = city.bounds();
        boolean inside = order.lon() >= box.get(0)
                && order.lat() >= box.get(1)
                && order.lon() <= box.get(2)
                && order.lat() <= box.get(3);
        if (!inside) problems.add(problem("permitting.visit-place"));
        if (!problems.isEmpty()) throw new InputRefused(problems);
    }

    @Override
    public List<SiteVisit> list(UUID caseId) {
        cases.getObject().get(caseId);
        return visits.list(caseId);
    }

    private static Problem problem(String code, Object... args) {
        return Problem.refused(code, Problem.Place.UNKNOWN, args);
    }
}
