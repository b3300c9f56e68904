package org.cuntu.core.conformity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cuntu.core.conformity.internal.ConversionParts;
import org.cuntu.core.conformity.internal.LayerLeaves;
import org.cuntu.core.conformity.internal.ManyHands;
import org.cuntu.core.conformity.internal.RuleJudge;
import org.cuntu.core.onemap.Baseline;
import org.cuntu.core.rules.Verdict;
import org.cuntu.engine.measure.Area;

/**
 * Makes a review of plots, a baseline and rules: cuts every layer, apportions the leaves, judges the rules (contracts 2,
 * 3). Pure: no database, no clock, no order but that of the input. Thread safe.
 */
public final class ReviewKernel {
    /** The version of results; rises only when the golden set of stored reviews changes (contracts 5). */
    public static final int ENGINE = 1;

    private static final double FACTOR_NOTE = 1e-5;
    /** m². */
    private static final double SMALL = 500_000;

    private final Cutter cutter;
    private final LandClass.Schemes classes;
    private final int threads;

    public ReviewKernel(Cutter cutter, LandClass.Schemes classes) {
        this(cutter, classes, 1);
    }

    /** @param threads how many layers are cut at once on large ground, when as many are idle; the result does not depend on it */
    public ReviewKernel(Cutter cutter, LandClass.Schemes classes, int threads) {
        this.cutter = cutter;
        this.classes = classes;
        this.threads = threads;
    }

    public ReviewResult review(ReviewInput input) {
        return review(input, cutter);
    }

    /** @param cutter in place of the kernel's, for whoever goes on with what it prepares */
    ReviewResult review(ReviewInput input, Cutter cutter) {
        List<Cutter.Plot> plots = input.plots().stream()
                .map(plot -> cutter.prepare(plot.geodetic()))
                .toList();
        List<ReviewResult.Note> notes = new ArrayList<>();
        Area legal = Area.ZERO;
        double integral = 0;
        for (int i = 0; i < plots.size(); i++) {
            ReviewPlot plot = input.plots().get(i);
            legal = legal.plus(plot.legal().value());
            integral += plots.get(i).integral();
            noteFactor(plot, plots.get(i).integral(), notes);
        }
        List<LayerResult> layers = new ArrayList<>();
        int hands = hands(legal);
        for (LayerLeaves.Outcome outcome : outcomes(input, plots, hands)) {
            layers.add(outcome.result());
            notes.addAll(outcome.notes());
        }
        List<ConversionPart> conversions = ConversionParts.of(input, plots, layers, hands);
        List<Finding> findings = new RuleJudge(input, plots, legal, layers, conversions, notes).findings(hands);
        return new ReviewResult(
                ENGINE,
                input,
                legal,
                factor(legal, integral),
                conclusion(layers, findings),
                layers,
                findings,
                notes,
                conversions);
    }

    /** The worst finding; never PASS while a required layer, or every rule, is silent. */
    private static Verdict conclusion(List<LayerResult> layers, List<Finding> findings) {
        List<Verdict> verdicts = new ArrayList<>();
        for (Finding finding : findings) verdicts.add(finding.verdict());
        boolean silent = layers.stream().anyMatch(l -> l.entry().required() && !l.isAnswered());
        if (silent || verdicts.stream().allMatch(v -> v == Verdict.INFO)) verdicts.add(Verdict.NOT_ANSWERED);
        return Verdict.worst(verdicts);
    }

    private static void noteFactor(ReviewPlot plot, double integral, List<ReviewResult.Note> notes) {
        double legal = plot.legal().value().squareMetres();
        if (StrictMath.abs(legal - integral) > 1 && StrictMath.abs(legal / integral - 1) > FACTOR_NOTE)
            notes.add(new ReviewResult.Note(
                    "long-edges",
                    Map.of("plot", plot.number(), "factor", factor(plot.legal().value(), integral))));
    }

    private static String factor(Area legal, double integral) {
        if (!(integral > 0)) return "1.000000000";
        return legal.toBigDecimal()
                .divide(new BigDecimal(integral), MathContext.DECIMAL128)
                .setScale(9, RoundingMode.HALF_UP)
                .toPlainString();
    }

    /** A second thread costs more to wake than it takes from small ground, and more than that where many ask at once. */
    int hands(Area legal) {
        return legal.squareMetres() < SMALL ? 1 : threads;
    }

    private static List<LayerLeaves.Outcome> outcomes(ReviewInput input, List<Cutter.Plot> plots, int hands) {
        List<Baseline.Layer> layers = input.baseline().layers();
        return ManyHands.map(layers.size(), hands, i -> LayerLeaves.of(layers.get(i), input, plots));
    }
}
