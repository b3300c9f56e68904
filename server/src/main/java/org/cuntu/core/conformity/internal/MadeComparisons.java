package org.cuntu.core.conformity.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cuntu.core.conformity.Comparison;
import org.cuntu.core.conformity.Comparisons;
import org.cuntu.core.conformity.ReviewRequest;
import org.cuntu.core.conformity.Reviews;
import org.cuntu.core.conformity.StoredReview;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.core.rules.RuleBook;
import org.cuntu.engine.format.Plot;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.http.GeoJsonTree;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Component
class MadeComparisons implements Comparisons {
    private final Reviews reviews;
    private final SeenReviews seen;
    private final RuleBook rules;
    private final LayerRegister register;
    private final ProofLog proof;
    private final CurrentActor actor;
    private final TransactionTemplate transaction;

    MadeComparisons(
            Reviews reviews,
            SeenReviews seen,
            RuleBook rules,
            LayerRegister register,
            ProofLog proof,
            CurrentActor actor,
            TransactionTemplate transaction) {
        this.reviews = reviews;
        this.seen = seen;
        this.rules = rules;
        this.register = register;
        this.proof = proof;
        this.actor = actor;
        this.transaction = transaction;
    }

    @Override
    public Map<String, @Nullable Object> compare(Side a, Side b, Locale locale) {
        ComparedSide one = side(a, locale);
        ComparedSide other = side(b, locale);
        Comparison comparison = ReviewComparison.of(one, other, code -> register.findLayer(code)
                .map(LayerEntry::schema)
                .orElse(null));
        transaction.executeWithoutResult(status ->
                proof.append(new ProofAct(actor.id(), "conformity:review:compare", object(a) + " " + object(b), null)));
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("a", shown(one));
        tree.put("b", shown(other));
        tree.putAll(ComparisonJson.of(comparison));
        return tree;
    }

    private static String object(Side side) {
        return switch (side) {
            case Side.Kept kept -> kept.id();
            case Side.Anew anew -> anew.id() + "*";
            case Side.Live live -> "live";
        };
    }

    private ComparedSide side(Side side, Locale locale) {
        return switch (side) {
            case Side.Kept kept -> {
                StoredReview stored = seen.get(kept.id());
                JsonNode review =
                        JsonMapper.shared().readTree(locale.getLanguage().equals("en") ? stored.en() : stored.zh());
                yield ComparedSide.of(
                        review,
                        reviews.findRuleSet(stored.ruleSet()).orElseThrow(),
                        StoredInput.of(stored).plots());
            }
            case Side.Anew anew -> live(anew(anew), locale);
            case Side.Live live -> live(live, locale);
        };
    }

    private Side.Live anew(Side.Anew side) {
        StoredReview stored = seen.get(side.id());
        StoredInput input = StoredInput.of(stored);
        boolean sameDay = side.asOf() == null;
        String known = side.known() == null && sameDay && stored.known() != null
                ? stored.known().toString()
                : side.known();
        return new Side.Live(
                new ReviewRequest(
                        stored.name(),
                        input.crs(),
                        input.plots(),
                        side.project() == null ? input.project() : side.project(),
                        sameDay ? stored.asOf() : side.asOf(),
                        known),
                side.rulesAt());
    }

    private ComparedSide live(Side.Live side, Locale locale) {
        ReviewRequest request = side.request();
        Reviews.Ground settled = reviews.ground(request);
        Reviews.Ground ground = side.rulesAt() == null
                ? settled
                : new Reviews.Ground(
                        settled.baseline(),
                        rules.inForce(side.rulesAt(), request.project().appliedOn()));
        JsonNode review = JsonMapper.shared().valueToTree(reviews.live(request, ground, false, locale));
        return ComparedSide.of(review, ground.rules().text(), request.plots());
    }

    private static Map<String, Object> shown(ComparedSide side) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (String key :
                List.of("id", "name", "at", "by", "asOf", "known", "project", "conclusion", "ruleSet", "engine"))
            tree.put(key, side.review().path(key));
        tree.put("legalArea", side.review().path("site").path("legalArea"));
        tree.put("summary", side.review().path("summary").path("text"));
        List<Object> plots = new ArrayList<>();
        for (Plot plot : side.plots())
            plots.add(GeoJsonTree.of(plot.shape().toGeodetic().geometry()));
        tree.put("plots", plots);
        return tree;
    }
}
