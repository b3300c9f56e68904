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
import org.cuntu.engine.layer.LayerKind;
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
        List<TakenPart> taken = layer == null ? List.of() : take(rule, layer);
        List<TakenPart> seen = new ArrayList<>();
        Area withSlivers = Area.ZERO;
        for (TakenPart part : taken) {
            withSlivers = withSlivers.plus(part.area());
            if (layer != null && layer.sees(part.leaf())) seen.add(part);
        }
        Area area = Area.ZERO;
        int share = 0;
        long hectares = 0;
        for (TakenPart part : seen) {
            area = area.plus(part.area());
            share += part.share();
            hectares += part.hectares();
        }
        if (layer != null && isOverlapping(layer) && area.compareTo(layer.area()) > 0) {
            area = layer.area();
            withSlivers = area;
            share = layer.share().hundredthsOfPercent();
            hectares = LeafUnits.hectares(area);
        }
        boolean fires = rule.tests().when(facts(seen, area, new Share(share)));
        Verdict verdict = fires ? rule.verdict() : Verdict.PASS;
        if (verdict != Verdict.FAIL && isSilent(rule)) verdict = Verdict.NOT_ANSWERED;
        List<String> given = rule.needs().stream()
                .filter(input.project().documents()::contains)
                .toList();
        List<Finding.Piece> pieces = fires
                ? seen.stream().map(p -> new Finding.Piece(p.leaf(), p.area())).toList()
                : List.of();
        return new Finding(rule, verdict, area, withSlivers, hectares, new Share(share), pieces, given);
    }

    private static boolean isOverlapping(LayerResult layer) {
        return layer.entry().schema().kind() == LayerKind.OVERLAPPING;
    }

    private List<TakenPart> take(Rule rule, LayerResult layer) {
        boolean overlaps = rule.select().relation() == Selection.Relation.OVERLAPS;
        List<TakenPart> taken = new ArrayList<>();
        for (Leaf leaf : layer.leaves())
            for (TakenPart part : TakenPart.of(layer, leaf)) {
                boolean takes =
                        switch (leaf.kind()) {
                            case PIECE -> rule.tests().where(part.fields(), input.project()) == overlaps;
                            case REST -> !overlaps;
                            case OUTSIDE_COVERAGE -> false;
                        };
                if (takes) taken.add(part);
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

    private Facts facts(List<TakenPart> seen, Area area, Share share) {
        List<SelectedPiece> pieces = seen.stream()
                .map(part -> new SelectedPiece(part.area().hundredths(), part.fields()))
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
