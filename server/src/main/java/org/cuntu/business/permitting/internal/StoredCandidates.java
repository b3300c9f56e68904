package org.cuntu.business.permitting.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.cuntu.business.permitting.CandidateSites;
import org.cuntu.core.cases.CaseFile;
import org.cuntu.core.cases.Cases;
import org.cuntu.core.cases.Matter;
import org.cuntu.core.cases.MatterReview;
import org.cuntu.core.cases.Matters;
import org.cuntu.core.conformity.ReviewRequest;
import org.cuntu.core.conformity.Reviews;
import org.cuntu.core.rules.CanonicalJson;
import org.cuntu.engine.measure.Area;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.CurrentUser;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Candidate sites by live reviews, one a site, each with the case's own project. */
@Component
class StoredCandidates implements CandidateSites {
    static final String COMPARE = "permitting:site:compare";
    private static final int FEWEST = 2;
    private static final int MOST = 5;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_WORDS = 2000;

    private final CandidateTable table;
    private final Reviews reviews;
    private final PermittingFile file;
    private final PermitSight sight;
    private final CurrentUser current;
    private final ProofLog proof;
    private final CityClock clock;
    private final TransactionTemplate transaction;
    private final ObjectProvider<Cases> cases;
    private final ObjectProvider<Matters> matters;

    StoredCandidates(
            CandidateTable table,
            Reviews reviews,
            PermittingFile file,
            PermitSight sight,
            CurrentUser current,
            ProofLog proof,
            CityClock clock,
            TransactionTemplate transaction,
            ObjectProvider<Cases> cases,
            ObjectProvider<Matters> matters) {
        this.table = table;
        this.reviews = reviews;
        this.file = file;
        this.sight = sight;
        this.current = current;
        this.proof = proof;
        this.clock = clock;
        this.transaction = transaction;
        this.cases = cases;
        this.matters = matters;
    }

    @Override
    public Comparison compare(UUID caseId, List<Candidate> candidates, Locale locale) {
        return compared(seen(caseId), candidates, -1, "", locale);
    }

    private CaseFile seen(UUID caseId) {
        CaseFile found = cases.getObject().get(caseId);
        if (!sight.sees(COMPARE, found.division()))
            throw new ProblemAnswer(
                    403, problem("permitting.other-division", "permission", COMPARE, "division", found.division()));
        return found;
    }

    private Comparison compared(CaseFile of, List<Candidate> candidates, int chosen, String why, Locale locale) {
        MatterReview how = how(of);
        List<Problem> problems = new ArrayList<>();
        int most = StrictMath.min(MOST, how.sites());
        if (candidates.size() < FEWEST || candidates.size() > most)
            problems.add(problem("permitting.candidates", "least", FEWEST, "most", most));
        for (Candidate each : candidates)
            if (each.name().isBlank() || each.name().length() > LONGEST_NAME)
                problems.add(problem("permitting.candidate-name", "most", LONGEST_NAME));
        if (!problems.isEmpty()) throw new InputRefused(problems);
        Map<String, Object> project = project(of, how);
        List<Side> sides = new ArrayList<>();
        for (Candidate each : candidates) sides.add(side(each, project, locale));
        return new Comparison(clock.today(), sides, chosen, why, null, null, null);
    }

    private MatterReview how(CaseFile of) {
        Matter matter = matters.getObject().get(of.matter(), of.matterHash());
        MatterReview how = matter.review();
        if (how == null || how.sites() < FEWEST)
            throw ProblemAnswer.conflict("permitting.one-site", "matter", matter.code());
        return how;
    }

    private static Map<String, Object> project(CaseFile of, MatterReview how) {
        JsonNode form = JsonMapper.shared().readTree(of.form());
        Map<String, Object> project = new LinkedHashMap<>();
        project.put("kind", how.kind());
        project.put("purpose", stated(how.purpose(), form));
        project.put("level", stated(how.level(), form));
        LocalDate applied = of.appliedOn();
        if (applied != null) project.put("appliedOn", applied.toString());
        return project;
    }

    private static String stated(String text, JsonNode form) {
        return text.startsWith("form:") ? form.path(text.substring(5)).asString("") : text;
    }

    private Side side(Candidate candidate, Map<String, Object> project, Locale locale) {
        ReviewRequest request = PermitSite.request(candidate.site(), project);
        JsonNode review = JsonMapper.shared().valueToTree(reviews.live(request, false, locale));
        Area legal = Area.parse(review.path("site").path("legalArea").asString("0"));
        List<Row> rows = new ArrayList<>();
        for (PermittingFile.Held held : file.candidates()) rows.add(row(held, review, legal));
        List<Conflict> conflicts = new ArrayList<>();
        int[] count = new int[3];
        for (JsonNode finding : review.path("findings")) {
            String verdict = finding.path("verdict").asString("");
            int at = List.of("FAIL", "CONDITIONAL", "NOT_ANSWERED").indexOf(verdict);
            if (at < 0) continue;
            count[at]++;
            conflicts.add(new Conflict(
                    finding.path("rule").asString(""),
                    finding.path("title").asString(""),
                    verdict,
                    Area.parse(finding.path("area").asString("0"))));
        }
        return new Side(
                candidate.name().strip(),
                candidate.site(),
                legal,
                review.path("conclusion").asString(""),
                count[0],
                count[1],
                count[2],
                rows,
                conflicts,
                review.path("canonicalHash").asString(""));
    }

    /** What a layer has of the site; of the classes that count alone, or the ground outside of it. */
    private static Row row(PermittingFile.Held held, JsonNode review, Area legal) {
        for (JsonNode layer : review.path("layers")) {
            if (!layer.path("layer").asString("").equals(held.layer())) continue;
            Area area = Area.parse(layer.path("area").asString("0"));
            if (!held.classes().isEmpty()) area = classed(held, layer);
            if (held.outside()) area = legal.minus(area);
            return new Row(
                    held.layer(),
                    held.classes(),
                    held.outside(),
                    layer.path("answer").asString(""),
                    area);
        }
        return new Row(held.layer(), held.classes(), held.outside(), "NOT_ANSWERED", Area.ZERO);
    }

    private static Area classed(PermittingFile.Held held, JsonNode layer) {
        Area area = Area.ZERO;
        for (JsonNode leaf : layer.path("leaves")) {
            String code = leaf.path("fields").path("DLBM").asString("");
            for (String begins : held.classes().split(" "))
                if (code.startsWith(begins))
                    area = area.plus(Area.parse(leaf.path("area").asString("0")));
        }
        return area;
    }

    @Override
    public Comparison keep(UUID caseId, List<Candidate> candidates, int chosen, String why, Locale locale) {
        CaseFile of = seen(caseId);
        if (!of.state().isOpen())
            throw ProblemAnswer.conflict(
                    "permitting.case-over", "state", of.state().name());
        String said = why.strip();
        if (said.isEmpty() || said.length() > LONGEST_WORDS)
            throw new InputRefused(problem("permitting.candidate-why", "most", LONGEST_WORDS));
        if (chosen < 0 || chosen >= candidates.size()) throw new InputRefused(problem("permitting.candidate-chosen"));
        Comparison made = compared(of, candidates, chosen, said, locale);
        String content = CandidateText.write(made);
        String hash = CanonicalJson.sha256(content);
        String by = current.get().id();
        Instant now = clock.now();
        transaction.executeWithoutResult(status -> {
            table.add(caseId, of.division(), new CandidateTable.Row(content, hash, by, now));
            proof.append(new ProofAct(by, COMPARE, of.number() + " " + caseId + " " + chosen, hash));
        });
        return Objects.requireNonNull(find(caseId).orElse(null));
    }

    @Override
    public Optional<Comparison> find(UUID caseId) {
        cases.getObject().get(caseId);
        return table.findLast(caseId).map(CandidateText::read);
    }

    private static Problem problem(String code, Object... args) {
        return Problem.refused(code, Problem.Place.UNKNOWN, args);
    }
}
