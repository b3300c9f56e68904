package org.cuntu.outward.publicservice.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cuntu.core.cases.Applicant;
import org.cuntu.core.cases.CaseClock;
import org.cuntu.core.cases.CaseFile;
import org.cuntu.core.cases.CaseState;
import org.cuntu.core.cases.Cases;
import org.cuntu.core.cases.Matter;
import org.cuntu.core.cases.MatterStep;
import org.cuntu.core.cases.Matters;
import org.cuntu.core.cases.Opinion;
import org.cuntu.core.cases.Refusals;
import org.cuntu.platform.identity.Masked;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A case as its applicant sees it: who has it, until when, what is asked; opinions of officers among themselves are not in it. */
@Component
class ApplicationJson {
    private static final Set<MatterStep.Conclusion> TOLD =
            Set.of(MatterStep.Conclusion.CORRECT, MatterStep.Conclusion.NOT_ACCEPT, MatterStep.Conclusion.REFUSE);

    private final Cases cases;
    private final Matters matters;
    private final ApplicationMaterialJson materials;
    private final MatterJson matterJson;
    private final StepJson stepJson;
    private final CitizenWords words;
    private final StoredRatings ratings;
    private final OwnPapers papers;
    private final Refusals refusals;

    ApplicationJson(
            Cases cases,
            Matters matters,
            ApplicationMaterialJson materials,
            MatterJson matterJson,
            StepJson stepJson,
            CitizenWords words,
            StoredRatings ratings,
            OwnPapers papers,
            Refusals refusals) {
        this.cases = cases;
        this.matters = matters;
        this.materials = materials;
        this.matterJson = matterJson;
        this.stepJson = stepJson;
        this.words = words;
        this.ratings = ratings;
        this.papers = papers;
        this.refusals = refusals;
    }

    /** A line of the own list. */
    Map<String, @Nullable Object> row(CaseFile file) {
        Matter matter = matter(file);
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", file.id().toString());
        tree.put("number", file.number());
        tree.put("matter", matter.code());
        tree.put("title", CitizenWords.of(matter.title()));
        tree.put("name", file.name());
        tree.put("state", file.state().name());
        tree.put("createdAt", file.createdAt().toString());
        tree.put("submittedAt", text(file.submittedAt()));
        tree.put("endedAt", text(file.endedAt()));
        tree.put("parent", file.parent() == null ? null : file.parent().toString());
        tree.put(
                "open",
                file.open().stream().map(task -> stepJson.of(task, matter)).toList());
        tree.put("asked", isAsked(file, matter));
        tree.put("promised", promised(file).map(CitizenWords::clock).orElse(null));
        tree.put("rated", ratings.find(file.id()).isPresent());
        return tree;
    }

    Map<String, @Nullable Object> whole(CaseFile file) {
        Matter matter = matter(file);
        Map<String, @Nullable Object> tree = row(file);
        tree.put("guide", matterJson.guide(matter));
        tree.put("applicant", applicant(file.applicant()));
        tree.put("division", file.division());
        tree.put("divisionName", words.division(file.division(), 12));
        tree.put("form", JsonMapper.shared().readTree(file.form().isEmpty() ? "{}" : file.form()));
        tree.put("site", file.site() == null ? null : JsonMapper.shared().readTree(file.site()));
        tree.put("materials", materials.list(file, matter));
        tree.put(
                "correction",
                cases.findCorrection(file.id())
                        .map(each -> Map.of("fields", each.fields(), "materials", each.materials()))
                        .orElse(null));
        tree.put("steps", stepJson.all(file, matter));
        tree.put("told", told(file, matter));
        tree.put(
                "refusal",
                refusals.find(file.id())
                        .map(text -> JsonMapper.shared().readTree(text))
                        .orElse(null));
        tree.put("review", review(file.review()));
        tree.put("acceptedAt", text(file.acceptedAt()));
        tree.put("decidedAt", text(file.decidedAt()));
        tree.put("result", papers.result(file));
        tree.put("papers", papers.list(file));
        tree.put("may", may(file, matter));
        tree.put("rating", ratings.find(file.id()).map(ratings::own).orElse(null));
        return tree;
    }

    private Matter matter(CaseFile file) {
        return matters.get(file.matter(), file.matterHash());
    }

    /** Before acceptance a step of the applicant's is open; afterwards the clocks stand still since the last opinion asked. */
    private boolean isAsked(CaseFile file, Matter matter) {
        if (file.state() == CaseState.CORRECTING
                || file.open().stream()
                        .anyMatch(task -> matter.step(task.step()).kind() == MatterStep.Kind.CORRECT)) return true;
        if (file.state() != CaseState.IN_REVIEW) return false;
        boolean asked = cases.listOpinions(file.id()).stream()
                .max(Comparator.comparing(Opinion::at))
                .filter(last -> last.conclusion() == MatterStep.Conclusion.CORRECT)
                .isPresent();
        return asked && cases.clocks(file.id()).stream().anyMatch(clock -> clock.light() == CaseClock.Light.GREY);
    }

    private Optional<CaseClock> promised(CaseFile file) {
        if (file.submittedAt() == null) return Optional.empty();
        return cases.clocks(file.id()).stream()
                .filter(clock -> clock.kind() == CaseClock.Kind.PROMISED)
                .findFirst();
    }

    static Map<String, @Nullable Object> applicant(Applicant applicant) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("kind", applicant.kind());
        tree.put("name", applicant.name());
        tree.put("idNumber", Masked.identityNumber(applicant.idNumber()).shown());
        tree.put("phone", Masked.phone(applicant.phone()).shown());
        return tree;
    }

    /** What the applicant was told: what is to be corrected, why it was not accepted or refused; the last first. */
    private List<Map<String, @Nullable Object>> told(CaseFile file, Matter matter) {
        if (file.submittedAt() == null) return List.of();
        List<Map<String, @Nullable Object>> told = new ArrayList<>();
        for (Opinion opinion : cases.listOpinions(file.id())) {
            if (!TOLD.contains(opinion.conclusion())) continue;
            // who examined or checked proposes to refuse; who decides does
            boolean decided = matter.step(opinion.step()).kind() == MatterStep.Kind.DECIDE;
            if (opinion.conclusion() == MatterStep.Conclusion.REFUSE && !decided) continue;
            Map<String, @Nullable Object> tree = new LinkedHashMap<>();
            tree.put("conclusion", opinion.conclusion().name());
            tree.put("step", CitizenWords.of(matter.step(opinion.step()).title()));
            tree.put("words", opinion.words());
            tree.put("at", opinion.at().toString());
            tree.put("leaf", opinion.leaf());
            told.addFirst(tree);
        }
        return told;
    }

    private static @Nullable Map<String, Object> review(CaseFile.@Nullable AttachedReview review) {
        return review == null
                ? null
                : Map.of(
                        "conclusion",
                        review.conclusion(),
                        "conflicts",
                        review.conflicts(),
                        "notAnswered",
                        review.notAnswered(),
                        "at",
                        review.at().toString());
    }

    private Map<String, Boolean> may(CaseFile file, Matter matter) {
        boolean draft = file.state() == CaseState.DRAFT;
        boolean asked = isAsked(file, matter);
        boolean under = Set.of(CaseState.SUBMITTED, CaseState.CORRECTING, CaseState.IN_REVIEW)
                .contains(file.state());
        boolean rated = ratings.find(file.id()).isPresent();
        return Map.of(
                "edit",
                draft || asked,
                "submit",
                draft,
                "correct",
                asked && !draft,
                "withdraw",
                under,
                "rate",
                StoredRatings.isRateable(file.state()) && !rated);
    }

    static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }
}
