package org.cuntu.business.permitting.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cuntu.business.permitting.Permit;
import org.cuntu.core.cases.CaseFile;
import org.cuntu.core.cases.Matter;
import org.cuntu.core.cases.MatterResult;
import org.cuntu.core.cases.ResultIssuer;
import org.cuntu.core.rules.CanonicalJson;
import org.cuntu.platform.audit.Box;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.Settings;
import org.cuntu.platform.tasks.Tasks;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Certificates (用字, 地字, 乡字): number, content, row, what becomes of the version before, and the task of its paper, in one transaction. */
@Component
class PermitIssuer implements ResultIssuer {
    private final PermitTable permits;
    private final PermitNumbers numbers;
    private final PermitContent contents;
    private final PermitCheck checks;
    private final ProofLog proof;
    private final CurrentActor actor;
    private final CityClock clock;
    private final Settings settings;
    private final TransactionTemplate transaction;
    private final ObjectProvider<Tasks> tasks;

    PermitIssuer(
            PermitTable permits,
            PermitNumbers numbers,
            PermitContent contents,
            PermitCheck checks,
            ProofLog proof,
            CurrentActor actor,
            CityClock clock,
            Settings settings,
            TransactionTemplate transaction,
            ObjectProvider<Tasks> tasks) {
        this.permits = permits;
        this.numbers = numbers;
        this.contents = contents;
        this.checks = checks;
        this.proof = proof;
        this.actor = actor;
        this.clock = clock;
        this.settings = settings;
        this.transaction = transaction;
        this.tasks = tasks;
    }

    @Override
    public String kind() {
        return "permit";
    }

    @Override
    public void check(CaseFile applied, Matter matter) {
        checks.check(applied, matter);
    }

    @Override
    public String issue(CaseFile decided, Matter matter) {
        String number = transaction.execute(
                status -> permits.findCase(decided.id()).map(Permit::number).orElseGet(() -> issued(decided, matter)));
        return String.valueOf(number);
    }

    private String issued(CaseFile file, Matter matter) {
        checks.check(file, matter);
        MatterResult result = checks.result(matter);
        Permit before = before(file);
        PermitSite site = PermitSite.read(file.site());
        Instant now = clock.now();
        LocalDate day = clock.today();
        LocalDate until = until(result, file.origin(), before, day);
        String number = numbers.next(result, file.division(), day.getYear());
        Map<String, @Nullable Object> tree = contents.of(file, matter, result, site);
        tree.put("origin", file.origin().name());
        tree.put("of", before == null ? null : before.number());
        tree.put("issuedOn", day.toString());
        tree.put("validUntil", until == null ? null : until.toString());
        tree.put("invented", settings.mode() == Settings.Mode.DEMO);
        String content = PermitTree.numbered(tree, number);
        UUID id = UUID.randomUUID();
        Permit permit = new Permit(
                id,
                number,
                matter.code(),
                matter.hash(),
                file.id(),
                String.valueOf(file.number()),
                file.name(),
                file.applicant().kind(),
                file.applicant().name(),
                file.applicant().account(),
                file.division(),
                site.area(),
                file.site(),
                site.hash(),
                CanonicalJson.sha256(content),
                day,
                until,
                Permit.State.VALID,
                file.origin(),
                before == null ? null : before.id(),
                null,
                actor.id(),
                null,
                settings.mode() == Settings.Mode.DEMO,
                now);
        permits.add(permit, content);
        numbers.given(number, id, now);
        permits.happened(id, Permit.Act.ISSUE, actor.id(), now, "", "");
        note("issue", permit, site);
        if (before != null) replaced(before, file.origin(), now);
        tasks.getObject().submit(PermitTask.KIND, Map.of("permit", id.toString()));
        return number;
    }

    private @Nullable Permit before(CaseFile file) {
        String of = file.of();
        if (file.origin() == CaseFile.Origin.NEW || of == null) return null;
        Optional<Permit> found = permits.findNumber(of).flatMap(permit -> permits.hold(permit.id()));
        found.ifPresent(permit -> checks.still(permit));
        return found.orElse(null);
    }

    private static @Nullable LocalDate until(
            MatterResult result, CaseFile.Origin origin, @Nullable Permit before, LocalDate day) {
        if (result.validMonths() == 0) return null;
        LocalDate end = before == null ? null : before.validUntil();
        if (end == null) return day.plusMonths(result.validMonths());
        return origin == CaseFile.Origin.EXTENSION ? end.plusMonths(result.validMonths()) : end;
    }

    private void replaced(Permit before, CaseFile.Origin origin, Instant now) {
        Permit.State state =
                switch (origin) {
                    case CHANGE -> Permit.State.CHANGED;
                    case EXTENSION -> Permit.State.EXTENDED;
                    default -> Permit.State.REPLACED;
                };
        Permit.Act act =
                switch (origin) {
                    case CHANGE -> Permit.Act.CHANGE;
                    case EXTENSION -> Permit.Act.EXTEND;
                    default -> Permit.Act.REPLACE;
                };
        permits.stand(before.id(), state, now);
        permits.happened(before.id(), act, actor.id(), now, "", "");
        note(act.name().toLowerCase(java.util.Locale.ROOT), before, PermitSite.NONE);
    }

    private void note(String verb, Permit permit, PermitSite site) {
        double[] box = site.box().stream().mapToDouble(Double::doubleValue).toArray();
        proof.append(new ProofAct(
                        actor.id(),
                        "permitting:certificate:" + verb,
                        permit.number() + " " + permit.id(),
                        permit.hash())
                .on(Box.of(box)));
    }
}
