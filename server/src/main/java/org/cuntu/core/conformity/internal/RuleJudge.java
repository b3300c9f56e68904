package org.cuntu.core.conformity.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cuntu.core.conformity.Finding;
import org.cuntu.core.conformity.LayerResult;
import org.cuntu.core.conformity.Leaf;
import org.cuntu.core.conformity.ReviewInput;
import org.cuntu.core.conformity.ReviewResult;
import org.cuntu.core.rules.Facts;
import org.cuntu.core.rules.Rule;
import org.cuntu.core.rules.SelectedPiece;
import org.cuntu.core.rules.Selection;
import org.cuntu.core.rules.Verdict;
import org.cuntu.engine.measure.Area;
import org.cuntu.engine.measure.Share;
import org.jspecify.annotations.Nullable;

/**
 * Turns leaves into findings (contracts 2, 6). A rule that reads a layer which does not answer is NOT_ANSWERED, unless
 * what was seen already makes it FAIL; a rule that does not apply to the project gives no finding.
 */
public final class RuleJudge {
    private final ReviewInput input;
    private final Area site;
    private final List<LayerResult> layers;
    private final List<ReviewResult.Note> notes;

    public RuleJudge(ReviewInput input, Area site, List<LayerResult> layers, List<ReviewResult.Note> notes) {
        this.input = input;
        this.site = site;
        this.layers = layers;
        this.notes = notes;
    }

    /** In the order of the rule set. */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (Rule rule : input.rules().rules()) {
            Finding finding = finding(rule);
            if (finding != null) findings.add(finding);
        }
        return findings;
    }

    private @Nullable Finding finding(Rule rule) {
        try {
            if (!rule.tests().appliesTo(facts(List.of(), Area.ZERO, Share.ZERO))) return null;
            return judge(rule);
        } catch (Rule.Undecided e) {
            notes.add(new ReviewResult.Note("undecided", Map.of("rule", rule.id())));
            return new Finding(rule, Verdict.NOT_ANSWERED, Area.ZERO, Area.ZERO, 0, Share.ZERO, List.of(), List.of());
        }
    }

    private Finding judge(Rule rule) {
        LayerResult layer = layer(rule.select().layer());
        List<Leaf> taken = layer == null ? List.of() : take(rule, layer);
        List<Leaf> seen = new ArrayList<>();
        Area area = Area.ZERO;
        Area withSlivers = Area.ZERO;
        int share = 0;
        long hectares = 0;
        for (Leaf leaf : taken) {
            withSlivers = withSlivers.plus(leaf.area());
            if (layer == null || !layer.sees(leaf)) continue;
            seen.add(leaf);
            area = area.plus(leaf.area());
            share += leaf.share().hundredthsOfPercent();
            hectares += leaf.hectares();
        }
        boolean fires = rule.tests().when(facts(seen, area, new Share(share)));
        Verdict verdict = fires ? rule.verdict() : Verdict.PASS;
        if (verdict != Verdict.FAIL && isSilent(rule)) verdict = Verdict.NOT_ANSWERED;
        List<String> given = rule.needs().stream()
                .filter(input.project().documents()::contains)
                .toList();
        return new Finding(
                rule, verdict, area, withSlivers, hectares, new Share(share), fires ? seen : List.of(), given);
    }

    private List<Leaf> take(Rule rule, LayerResult layer) {
        boolean overlaps = rule.select().relation() == Selection.Relation.OVERLAPS;
        List<Leaf> taken = new ArrayList<>();
        for (Leaf leaf : layer.leaves()) {
            boolean takes =
                    switch (leaf.kind()) {
                        case PIECE -> rule.tests().where(leaf.fields(), input.project()) == overlaps;
                        case REST -> !overlaps;
                        case OUTSIDE_COVERAGE -> false;
                    };
            if (takes) taken.add(leaf);
        }
        return taken;
    }

    private boolean isSilent(Rule rule) {
        for (Rule.LayerUse use : rule.layers()) {
            LayerResult layer = layer(use.name());
            boolean matters = use.required() || use.name().equals(rule.select().layer());
            if (matters && (layer == null || !layer.isAnswered())) return true;
        }
        return false;
    }

    private Facts facts(List<Leaf> seen, Area area, Share share) {
        List<SelectedPiece> pieces = seen.stream()
                .map(leaf -> new SelectedPiece(leaf.area().hundredths(), leaf.fields()))
                .toList();
        return new Facts(
                area.hundredths(),
                share.hundredthsOfPercent(),
                pieces,
                site.hundredths(),
                input.plots().size(),
                input.project());
    }

    private @Nullable LayerResult layer(String code) {
        for (LayerResult layer : layers) if (layer.entry().code().equals(code)) return layer;
        return null;
    }
}
