package org.cuntu.business.permitting.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cuntu.business.permitting.Permit;
import org.cuntu.business.permitting.SurveyResult;
import org.cuntu.business.planning.PlanCondition;
import org.cuntu.business.planning.PlanConditions;
import org.cuntu.core.cases.CaseFile;
import org.cuntu.core.cases.MaterialNeed;
import org.cuntu.core.cases.Matters;
import org.cuntu.core.cases.SharedMaterials;
import org.cuntu.core.rules.Words;
import org.cuntu.platform.home.CityClock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Certificates and plan-condition sheets of the same holder, in force or ended, and checked survey results of the same project: by
 * {@code permitting.yaml}, which says what stands for which material.
 */
@Component
class PermitShared implements SharedMaterials {
    private final PermitTable permits;
    private final SurveyResultTable surveys;
    private final PlanConditions conditions;
    private final ConditionsIssuer issuer;
    private final PermittingFile file;
    private final CityClock clock;
    private final ObjectProvider<Matters> matters;

    PermitShared(
            PermitTable permits,
            SurveyResultTable surveys,
            PlanConditions conditions,
            ConditionsIssuer issuer,
            PermittingFile file,
            CityClock clock,
            ObjectProvider<Matters> matters) {
        this.permits = permits;
        this.surveys = surveys;
        this.conditions = conditions;
        this.issuer = issuer;
        this.file = file;
        this.clock = clock;
        this.matters = matters;
    }

    @Override
    public List<Shared> list(CaseFile applied, MaterialNeed need) {
        List<Shared> found = new ArrayList<>();
        for (PermittingFile.Shared each : file.shared(need.id())) {
            String matter = each.matter();
            String stage = each.stage();
            if (matter != null) certificates(applied, matter, found);
            if (ConditionsIssuer.MATTER.equals(matter)) sheets(applied, found);
            if (stage != null) surveys(applied, stage, found);
        }
        found.sort(Comparator.comparing(Shared::standing)); // in force first; what is newer stays before
        return found;
    }

    private void certificates(CaseFile applied, String matter, List<Shared> found) {
        for (Permit permit : permits.listHeld(
                matter, applied.applicant().kind(), applied.applicant().name())) {
            Standing standing = standing(permit.stateAt(clock.today()).name());
            if (standing == null) continue;
            // Two persons may have one name: a person's own account tells them apart.
            String account = permit.holderAccount();
            boolean person = permit.holderKind().equals("natural");
            if (person
                    && (account == null || !account.equals(applied.applicant().account()))) continue;
            Words title = java.util.Optional.ofNullable(matters.getIfAvailable())
                    .flatMap(each -> each.find(matter))
                    .map(each -> each.title())
                    .orElse(new Words(permit.number(), permit.number()));
            found.add(new Shared(
                    "certificate",
                    permit.id().toString(),
                    permit.number(),
                    title,
                    permit.issuedOn(),
                    permit.validUntil(),
                    permit.paper(),
                    permit.hash(),
                    standing,
                    since(standing, permit.validUntil(), permit.changedAt())));
        }
    }

    /** null: another version stands in its place, or it was never issued. */
    private static @Nullable Standing standing(String state) {
        return switch (state) {
            case "VALID", "ISSUED" -> Standing.IN_FORCE;
            case "EXPIRED", "WITHDRAWN", "REVOKED", "CANCELLED" -> Standing.valueOf(state);
            default -> null;
        };
    }

    private @Nullable LocalDate since(Standing standing, @Nullable LocalDate validUntil, Instant changedAt) {
        if (standing == Standing.IN_FORCE) return null;
        return standing == Standing.EXPIRED ? validUntil : LocalDate.ofInstant(changedAt, clock.zone());
    }

    /** Plan-condition sheets of a body's own cases; a person's name alone gives none. */
    private void sheets(CaseFile applied, List<Shared> found) {
        if (applied.applicant().kind().equals("natural")) return;
        for (String number : issuer.numbersOf(
                        applied.applicant().kind(), applied.applicant().name())
                .reversed()) {
            PlanCondition sheet = conditions.findIssued(number).orElse(null);
            Standing standing =
                    sheet == null ? null : standing(sheet.stateAt(clock.today()).name());
            if (sheet == null || standing == null) continue;
            found.add(new Shared(
                    "conditions",
                    sheet.id().toString(),
                    number,
                    new Words("规划条件 " + sheet.name(), "Plan conditions " + sheet.name()),
                    sheet.asOf(),
                    sheet.validUntil(),
                    null,
                    sheet.hash(),
                    standing,
                    since(standing, sheet.validUntil(), sheet.changedAt())));
        }
    }

    private void surveys(CaseFile applied, String stage, List<Shared> found) {
        JsonNode form = JsonMapper.shared().readTree(applied.form());
        String project = form.path("projectCode").asString("").strip();
        if (project.isEmpty()) return;
        Words title = file.findStage(stage).map(PermittingFile.Stage::words).orElse(new Words(stage, stage));
        for (SurveyResult each : surveys.listOf(project, stage))
            if (each.state() == SurveyResult.State.CHECKED)
                found.add(new Shared(
                        "survey",
                        each.id().toString(),
                        each.projectCode(),
                        title,
                        each.surveyedOn(),
                        null,
                        each.sha256(),
                        each.hash(),
                        Standing.IN_FORCE,
                        null));
    }
}
