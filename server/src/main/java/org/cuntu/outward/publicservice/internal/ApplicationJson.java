package org.cuntu.outward.publicservice.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cuntu.core.cases.Applicant;
import org.cuntu.core.cases.CaseClock;
import org.cuntu.core.cases.CaseFile;
import org.cuntu.core.cases.CaseState;
import org.cuntu.core.cases.CaseSummary;
import org.cuntu.core.cases.Cases;
import org.cuntu.core.cases.Matter;
import org.cuntu.core.cases.MatterStep;
import org.cuntu.core.cases.Matters;
import org.cuntu.core.cases.Opinion;
import org.cuntu.core.cases.Refusals;
import org.cuntu.outward.publicservice.Rating;
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

    /** The own list. */
    List<Map<String, @Nullable Object>> rows(List<CaseSummary> list) {
        Set<UUID> rated = ratings.rated(list.stream().map(CaseSummary::id).toList());
        return list.stream().map(each -> row(each, rated.contains(each.id()))).toList();
    }

    private Map<String, @Nullable Object> row(CaseSummary file, boolean rated) {
        Matter matter = matters.get(file.matter(), file.matterHash());
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
        tree.put(
                "promised",
                file.clocks().stream()
                        .filter(clock -> clock.kind() == CaseClock.Kind.PROMISED)
                        .findFirst()
                        .map(CitizenWords::clock)
                        .orElse(null));
        tree.put("rated", rated);
        return tree;
    }

    Map<String, @Nullable Object> whole(CaseFile file) {
        Matter matter = matters.get(file.matter(), file.matterHash());
        boolean handedIn = file.submittedAt() != null;
        List<Opinion> opinions = handedIn ? cases.listOpinions(file.id()) : List.of();
        CaseSummary summary = CaseSummary.of(file, handedIn ? cases.clocks(file.id()) : List.of(), opinions);
        Optional<Rating> rating = ratings.find(file.id());
        Map<String, @Nullable Object> tree = row(summary, rating.isPresent());
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
        tree.put("told", told(opinions, matter));
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
        tree.put("may", may(file.state(), isAsked(summary, matter), rating.isPresent()));
        tree.put("rating", rating.map(ratings::own).orElse(null));
        return tree;
    }

    /** Before acceptance a step of the applicant's is open; afterwards the clocks stand still since the last opinion asked. */
    private static boolean isAsked(CaseSummary file, Matter matter) {
        if (file.state() == CaseState.CORRECTING
                || file.open().stream()
                        .anyMatch(task -> matter.step(task.step()).kind() == MatterStep.Kind.CORRECT)) return true;
        return file.state() == CaseState.IN_REVIEW
                && file.last() == MatterStep.Conclusion.CORRECT
                && file.clocks().stream().anyMatch(clock -> clock.light() == CaseClock.Light.GREY);
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
    private static List<Map<String, @Nullable Object>> told(List<Opinion> opinions, Matter matter) {
        List<Map<String, @Nullable Object>> told = new ArrayList<>();
        for (Opinion opinion : opinions) {
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

    private static Map<String, Boolean> may(CaseState state, boolean asked, boolean rated) {
        boolean draft = state == CaseState.DRAFT;
        boolean under = Set.of(CaseState.SUBMITTED, CaseState.CORRECTING, CaseState.IN_REVIEW)
                .contains(state);
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
                StoredRatings.isRateable(state) && !rated);
    }

    static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }
}
