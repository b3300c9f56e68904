package org.cuntu.core.conformity.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.cuntu.core.conformity.ConversionPart;
import org.cuntu.core.conformity.Cutter;
import org.cuntu.core.conformity.Finding;
import org.cuntu.core.conformity.LayerResult;
import org.cuntu.core.conformity.ReviewInput;
import org.cuntu.core.conformity.ReviewResult;
import org.cuntu.core.rules.Facts;
import org.cuntu.core.rules.Judgement;
import org.cuntu.core.rules.Rule;
import org.cuntu.core.rules.SelectedPiece;
import org.cuntu.core.rules.Verdict;
import org.cuntu.engine.layer.LayerKind;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.measure.Area;
import org.cuntu.engine.measure.Share;
import org.jspecify.annotations.Nullable;

/**
 * Turns leaves into findings (contracts 2, 6). A rule that reads a layer which does not answer is NOT_ANSWERED, unless
 * what was seen already makes it FAIL; a rule that does not apply to the project gives no finding. Where a number that a
 * rule reads is missing it is undecided, again unless it fails all the same.
 */
public final class RuleJudge {
    private final ReviewInput input;
    private final List<Cutter.Plot> plots;
    private final Area site;
    private final Map<String, LayerResult> byCode = new HashMap<>();
    /** By layer; most have several rules. */
    private final Map<String, TakenParts> parts = new ConcurrentHashMap<>();

    private final List<ConversionPart> conversions;
    private final List<ReviewResult.Note> notes;

    public RuleJudge(
            ReviewInput input,
            List<Cutter.Plot> plots,
            Area site,
            List<LayerResult> layers,
            List<ConversionPart> conversions,
            List<ReviewResult.Note> notes) {
        this.conversions = conversions;
        this.input = input;
        this.plots = plots;
        this.site = site;
        for (LayerResult layer : layers) byCode.put(layer.entry().code(), layer);
        this.notes = notes;
    }

    /**
     * In the order of the rule set.
     *
     * @param hands how many rules are judged at once, when as many are idle
     */
    public List<Finding> findings(int hands) {
        List<Rule> rules = input.rules().rules();
        List<Finding> findings = new ArrayList<>();
        for (Judged judged : ManyHands.map(rules.size(), hands, i -> judged(rules.get(i)))) {
            if (judged.finding() == null) continue;
            findings.add(judged.finding());
            if (judged.undecided())
                notes.add(new ReviewResult.Note(
                        "undecided", Map.of("rule", judged.finding().rule().id())));
        }
        return findings;
    }

    /**
     * @param finding null when the rule does not apply
     * @param undecided whether a number that it reads is missing, and that is why it is not answered
     */
    private record Judged(@Nullable Finding finding, boolean undecided) {}

    private Judged judged(Rule rule) {
        try {
            if (!rule.tests().appliesTo(facts(List.of(), Area.ZERO, Share.ZERO))) return new Judged(null, false);
            return judge(rule);
        } catch (Rule.Undecided e) {
            RuleTaking nothing = RuleTaking.of(input, rule, null, List.of());
            Judgement.Test test = new Judgement.Test(false, false, false, true, rule.needs());
            Judgement judgement = judgement(rule, nothing, test);
            return judged(test, judgement, finding(rule, judgement, nothing, Total.NOTHING, Area.ZERO, List.of()));
        }
    }

    private static Judged judged(Judgement.Test test, Judgement judgement, Finding finding) {
        return new Judged(finding, test.unread() && !test.silent() && judgement.verdict() == Verdict.NOT_ANSWERED);
    }

    private Judged judge(Rule rule) {
        LayerResult layer = layer(rule.select().layer());
        RuleTaking taking = RuleTaking.of(input, rule, layer == null ? null : parts(layer), conversions);
        List<TakenPart> seen = taking.taken().stream()
                .filter(part -> layer != null && sees(layer, part))
                .toList();
        Total total = total(layer, seen);
        boolean fires = rule.tests().when(facts(seen, total.area(), total.share()));
        boolean silent = isSilent(rule);
        boolean onNothing = (silent || taking.unread()) && firesOnNothing(rule);
        Judgement.Test test = new Judgement.Test(fires, onNothing, silent, taking.unread(), taking.needs());
        Judgement judgement = judgement(rule, taking, test);
        boolean all = seen.size() == taking.taken().size();
        Area withSlivers = all ? total.area() : total(layer, taking.taken()).area();
        return judged(test, judgement, finding(rule, judgement, taking, total, withSlivers, fires ? seen : List.of()));
    }

    private TakenParts parts(LayerResult layer) {
        return parts.computeIfAbsent(layer.entry().code(), code -> TakenParts.of(layer));
    }

    private static boolean sees(LayerResult layer, TakenPart part) {
        return layer.sees(part.leaf()) && (layer.sliversSeen() || !part.sliver());
    }

    private Judgement judgement(Rule rule, RuleTaking taking, Judgement.Test test) {
        return Judgement.of(
                rule,
                test,
                taking.projects(),
                input.rules().documents(),
                input.baseline().asOf());
    }

    private Finding finding(
            Rule rule, Judgement judgement, RuleTaking taking, Total total, Area withSlivers, List<TakenPart> shown) {
        List<String> types = input.project().documentTypes();
        List<String> needs = taking.needs();
        List<Finding.Piece> pieces = shown.stream()
                .map(p -> new Finding.Piece(p.leaf(), p.area(), p.zone()))
                .toList();
        return new Finding(
                rule,
                judgement.verdict(),
                total.area(),
                withSlivers,
                total.hectares(),
                total.share(),
                pieces,
                needs.stream().filter(types::contains).toList(),
                needs,
                judgement.asks(),
                judgement.papers());
    }

    /** Whether a rule holds of no ground at all: then it was not what was seen that made it hold. */
    private boolean firesOnNothing(Rule rule) {
        try {
            return rule.tests().when(facts(List.of(), Area.ZERO, Share.ZERO));
        } catch (Rule.Undecided e) {
            return false;
        }
    }

    /** What some parts come to; of an overlapping layer the ground that they occupy, counted once. */
    private record Total(Area area, Share share, long hectares) {
        static final Total NOTHING = new Total(Area.ZERO, Share.ZERO, 0);
    }

    private Total total(@Nullable LayerResult layer, List<TakenPart> parts) {
        if (layer != null && isOverlapping(layer)) {
            Area once = occupied(layer, parts);
            return new Total(once, LeafUnits.share(once, site), LeafUnits.hectares(once));
        }
        Area area = Area.ZERO;
        int share = 0;
        long hectares = 0;
        for (TakenPart part : parts) {
            area = area.plus(part.area());
            share += part.share();
            hectares += part.hectares();
        }
        return new Total(area, new Share(share), hectares);
    }

    private Area occupied(LayerResult layer, List<TakenPart> parts) {
        Area sum = Area.ZERO;
        for (int i = 0; i < plots.size(); i++) {
            int plot = i;
            List<TakenPart> mine =
                    parts.stream().filter(p -> p.leaf().plot() == plot).toList();
            sum = sum.plus(mine.size() == 1 ? mine.getFirst().area() : union(layer, plot, mine));
        }
        return sum;
    }

    private Area union(LayerResult layer, int plot, List<TakenPart> parts) {
        Snapshot snapshot = input.snapshots().get(layer.entry().code());
        if (parts.isEmpty() || snapshot == null) return Area.ZERO;
        Cutter.Plot cut = plots.get(plot);
        int[] features = parts.stream().mapToInt(p -> p.leaf().feature()).toArray();
        return LayerLeaves.legalPart(
                cut.union(snapshot, features),
                cut.integral(),
                input.plots().get(plot).legal().value());
    }

    private static boolean isOverlapping(LayerResult layer) {
        return layer.entry().schema().kind() == LayerKind.OVERLAPPING;
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
        return byCode.get(code);
    }
}
