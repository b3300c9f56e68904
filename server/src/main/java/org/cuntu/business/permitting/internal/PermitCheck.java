package org.cuntu.business.permitting.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cuntu.business.permitting.Permit;
import org.cuntu.business.planning.PlanCondition;
import org.cuntu.business.planning.PlanConditions;
import org.cuntu.core.cases.Applicant;
import org.cuntu.core.cases.CaseFile;
import org.cuntu.core.cases.CaseState;
import org.cuntu.core.cases.Matter;
import org.cuntu.core.cases.MatterResult;
import org.cuntu.core.cases.MatterStep;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.http.ProblemAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What keeps an application from ending with a certificate: what it changes, what it must stand on, whether the ground was visited. */
@Component
class PermitCheck {
    private final PermitTable permits;
    private final VisitTable visits;
    private final PlanConditions conditions;
    private final PermittingFile file;
    private final CityClock clock;

    PermitCheck(
            PermitTable permits, VisitTable visits, PlanConditions conditions, PermittingFile file, CityClock clock) {
        this.permits = permits;
        this.visits = visits;
        this.conditions = conditions;
        this.file = file;
        this.clock = clock;
    }

    MatterResult result(Matter matter) {
        MatterResult result = matter.result();
        if (result == null) throw new IllegalStateException(matter.code() + " ends with nothing");
        return result;
    }

    /** @throws InputRefused with everything that stands in the way */
    void check(CaseFile applied, Matter matter) {
        List<Problem> problems = new ArrayList<>();
        if (applied.origin() != CaseFile.Origin.NEW) changed(applied, matter, problems);
        String needed = result(matter).needs();
        if (needed != null && applied.origin() == CaseFile.Origin.NEW) needed(applied, needed, problems);
        else named(applied, problems);
        boolean visit = matter.steps().stream().anyMatch(step -> step.kind() == MatterStep.Kind.VISIT);
        if (visit && applied.state() == CaseState.IN_REVIEW && !visits.has(applied.id()))
            problems.add(problem("permitting.no-visit"));
        if (!problems.isEmpty()) throw new InputRefused(problems);
    }

    private void changed(CaseFile applied, Matter matter, List<Problem> problems) {
        String number = applied.of() == null ? "" : applied.of();
        Permit permit = permits.findNumber(number).orElse(null);
        if (permit == null || !permit.matter().equals(matter.code())) {
            problems.add(problem("permitting.no-such", "number", number));
            return;
        }
        LocalDate today = clock.today();
        Permit.State state = permit.stateAt(today);
        if (state != Permit.State.VALID)
            problems.add(problem("permitting.not-valid", "number", number, "state", state.name()));
        // A transfer is a change; the paper of somebody else is neither extended nor issued again.
        if (applied.origin() != CaseFile.Origin.CHANGE && !holds(permit, applied.applicant()))
            problems.add(problem("permitting.not-holder", "number", number));
        if (applied.origin() != CaseFile.Origin.EXTENSION) return;
        int most = file.extensions(permit.matter());
        if (permit.validUntil() == null) problems.add(problem("permitting.no-end", "number", number));
        else if (extended(permit) >= most) problems.add(problem("permitting.extended", "number", number, "most", most));
    }

    private static boolean holds(Permit permit, Applicant applicant) {
        String account = applicant.account();
        if (account != null && account.equals(permit.holderAccount())) return true;
        return permit.holder().equals(applicant.name()) && permit.holderKind().equals(applicant.kind());
    }

    /** How often the versions up to this one were extended. */
    private int extended(Permit permit) {
        int times = 0;
        for (@Nullable Permit at = permit;
                at != null;
                at = at.of() == null ? null : permits.find(at.of()).orElse(null))
            if (at.origin() == CaseFile.Origin.EXTENSION) times++;
        return times;
    }

    /** In the issuing transaction, its row held: nobody has ended it meanwhile. */
    void still(Permit permit) {
        Permit.State state = permit.stateAt(clock.today());
        if (state != Permit.State.VALID)
            throw ProblemAnswer.conflict("permitting.not-valid", "number", permit.number(), "state", state.name());
    }

    /** The application names a result of the matter that it needs, and this holds today. */
    private void needed(CaseFile applied, String needed, List<Problem> problems) {
        JsonNode form = JsonMapper.shared().readTree(applied.form());
        List<Problem> found = new ArrayList<>();
        for (JsonNode value : form) {
            String text = value.isString() ? value.asString("").strip() : "";
            if (text.isEmpty() || text.length() > 60) continue;
            Optional<String> state = state(text, needed);
            if (state.isEmpty()) continue;
            if (state.get().isEmpty()) return;
            found.add(problem("permitting.needs-valid", "number", text, "state", state.get()));
        }
        problems.add(found.isEmpty() ? problem("permitting.needs", "matter", needed) : found.getFirst());
    }

    /** Whatever result of this platform an application names must hold today; a paper from elsewhere is the examiner's to judge. */
    private void named(CaseFile applied, List<Problem> problems) {
        LocalDate today = clock.today();
        for (JsonNode value : JsonMapper.shared().readTree(applied.form())) {
            String number = value.isString() ? value.asString("").strip() : "";
            if (number.isEmpty() || number.length() > 60) continue;
            permits.findNumber(number)
                    .map(permit -> permit.stateAt(today))
                    .filter(state -> state != Permit.State.VALID)
                    .ifPresent(state ->
                            problems.add(problem("permitting.needs-valid", "number", number, "state", state.name())));
            conditions
                    .findIssued(number)
                    .map(sheet -> sheet.stateAt(today))
                    .filter(state -> state != PlanCondition.State.ISSUED)
                    .ifPresent(state ->
                            problems.add(problem("permitting.needs-valid", "number", number, "state", state.name())));
        }
    }

    /** Empty: no result of that matter; an empty text: it holds; otherwise how it stands. */
    private Optional<String> state(String number, String matter) {
        LocalDate today = clock.today();
        Optional<Permit> permit =
                permits.findNumber(number).filter(each -> each.matter().equals(matter));
        if (permit.isPresent())
            return permit.map(each -> each.stateAt(today))
                    .map(state -> state == Permit.State.VALID ? "" : state.name());
        if (!matter.equals(ConditionsIssuer.MATTER)) return Optional.empty();
        return conditions
                .findIssued(number)
                .map(sheet -> sheet.stateAt(today))
                .map(state -> state == PlanCondition.State.ISSUED ? "" : state.name());
    }

    private static Problem problem(String code, Object... args) {
        return Problem.refused(code, Problem.Place.UNKNOWN, args);
    }
}
