package org.cuntu.business.permitting.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.cuntu.business.permitting.SurveyResult;
import org.cuntu.business.permitting.SurveyResult.State;
import org.cuntu.business.permitting.SurveyResults;
import org.cuntu.core.rules.CanonicalJson;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.Box;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.Settings;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.CurrentUser;
import org.cuntu.platform.identity.Organisation;
import org.cuntu.platform.identity.User;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Survey results in the database. */
@Component
class StoredSurveys implements SurveyResults {
    static final String READ = "permitting:survey:read";
    static final String REGISTER = "permitting:survey:register";
    static final String CHECK = "permitting:survey:check";
    /** 项目代码 of the national platform: year and month, place, and so on; permissive (unverified). */
    private static final Pattern PROJECT = Pattern.compile("\\d{4}-\\d{6}-\\d{2}-\\d{2}-\\d{6}");

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_WORDS = 1000;

    private final SurveyResultTable surveys;
    private final PermittingFile file;
    private final PermitSight sight;
    private final Organisation organisation;
    private final CurrentUser current;
    private final ProofLog proof;
    private final CityClock clock;
    private final Settings settings;
    private final TransactionTemplate transaction;

    StoredSurveys(
            SurveyResultTable surveys,
            PermittingFile file,
            PermitSight sight,
            Organisation organisation,
            CurrentUser current,
            ProofLog proof,
            CityClock clock,
            Settings settings,
            TransactionTemplate transaction) {
        this.surveys = surveys;
        this.file = file;
        this.sight = sight;
        this.organisation = organisation;
        this.current = current;
        this.proof = proof;
        this.clock = clock;
        this.settings = settings;
        this.transaction = transaction;
    }

    @Override
    public SurveyResult register(Order order) {
        PermitSite site = check(order);
        if (!sight.sees(REGISTER, order.division())) throw elsewhere(REGISTER, order.division());
        User user = current.get();
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("project", order.projectCode());
        content.put("stage", order.stage());
        content.put("surveyor", order.surveyor().strip());
        content.put("surveyedOn", order.surveyedOn().toString());
        content.put("site", site.hash());
        content.put("area", site.area().hundredths());
        content.put("file", order.file().sha256());
        String hash = CanonicalJson.sha256(CanonicalJson.write(content));
        SurveyResult made = new SurveyResult(
                UUID.randomUUID(),
                order.projectCode(),
                order.stage(),
                order.title().strip(),
                order.surveyor().strip(),
                order.surveyedOn(),
                order.division(),
                site.area(),
                order.site(),
                site.box(),
                order.file().sha256(),
                order.file().name(),
                hash,
                State.REGISTERED,
                user.id(),
                clock.now(),
                null,
                null,
                "",
                settings.mode() == Settings.Mode.DEMO);
        transaction.executeWithoutResult(status -> {
            surveys.lock();
            for (SurveyResult other : surveys.listOf(made.projectCode(), made.stage()))
                if (other.sha256().equals(made.sha256()) || same(other, site))
                    throw ProblemAnswer.conflict(
                            "permitting.survey-there",
                            "project",
                            made.projectCode(),
                            "title",
                            other.title(),
                            "date",
                            other.surveyedOn());
            surveys.add(made, user.lenders(REGISTER));
            note("register", made);
        });
        return made;
    }

    /** The same ground of the same stage is surveyed once. */
    private static boolean same(SurveyResult other, PermitSite site) {
        return PermitSite.read(other.site()).hash().equals(site.hash());
    }

    private PermitSite check(Order order) {
        List<Problem> problems = new ArrayList<>();
        if (!PROJECT.matcher(order.projectCode()).matches())
            problems.add(problem("permitting.project-code", "code", order.projectCode()));
        if (file.findStage(order.stage()).isEmpty()) problems.add(problem("permitting.stage", "stage", order.stage()));
        if (wrong(order.title())) problems.add(problem("permitting.survey-title", "most", LONGEST_NAME));
        if (wrong(order.surveyor())) problems.add(problem("permitting.surveyor", "most", LONGEST_NAME));
        if (order.surveyedOn().isAfter(clock.today())) problems.add(problem("permitting.survey-later"));
        if (organisation.findDivision(order.division()).isEmpty())
            problems.add(problem("permitting.division", "division", order.division()));
        PermitSite site = PermitSite.NONE;
        try {
            site = PermitSite.read(order.site());
        } catch (InputRefused e) {
            problems.addAll(e.problems());
        }
        if (!problems.isEmpty()) throw new InputRefused(problems);
        return site;
    }

    private static boolean wrong(String text) {
        return text.isBlank() || text.strip().length() > LONGEST_NAME;
    }

    @Override
    public SurveyResult check(UUID id, boolean good, String words) {
        String said = words.strip();
        if (said.length() > LONGEST_WORDS || !good && said.isEmpty())
            throw new InputRefused(problem("permitting.words", "most", LONGEST_WORDS));
        return Objects.requireNonNull(transaction.execute(status -> {
            SurveyResult found = surveys.hold(id).filter(this::sees).orElseThrow(() -> none(id));
            if (!sight.sees(CHECK, found.division())) throw elsewhere(CHECK, found.division());
            User user = current.get();
            List<String> hands = surveys.registrars(id);
            if (hands.contains(user.id()) || !Collections.disjoint(hands, user.lenders(CHECK)))
                throw new ProblemAnswer(403, problem("permitting.own-survey"));
            if (found.state() != State.REGISTERED)
                throw ProblemAnswer.conflict(
                        "permitting.survey-state", "state", found.state().name());
            Instant now = clock.now();
            surveys.checked(id, good ? State.CHECKED : State.REJECTED, user.id(), now, said);
            note(good ? "check" : "reject", found);
            return surveys.find(id).orElseThrow();
        }));
    }

    @Override
    public List<SurveyResult> list(Filter filter, int most) {
        return surveys.list(filter, most).stream().filter(this::sees).toList();
    }

    @Override
    public Optional<SurveyResult> find(UUID id) {
        return surveys.find(id).filter(this::sees);
    }

    private boolean sees(SurveyResult found) {
        return sight.sees(READ, found.division());
    }

    private void note(String verb, SurveyResult of) {
        double[] box = of.box().stream().mapToDouble(Double::doubleValue).toArray();
        proof.append(new ProofAct(
                        current.get().id(),
                        "permitting:survey:" + verb,
                        of.projectCode() + " " + of.stage() + " " + of.id(),
                        of.hash())
                .on(Box.of(box)));
    }

    private static ProblemAnswer none(UUID id) {
        return ProblemAnswer.notFound("permitting.no-survey", "id", id);
    }

    private static ProblemAnswer elsewhere(String permission, String division) {
        return new ProblemAnswer(
                403, problem("permitting.other-division", "permission", permission, "division", division));
    }

    private static Problem problem(String code, Object... args) {
        return Problem.refused(code, Problem.Place.UNKNOWN, args);
    }
}
