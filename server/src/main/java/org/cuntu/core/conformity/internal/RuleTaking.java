package org.cuntu.core.conformity.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cuntu.core.conformity.ConversionPart;
import org.cuntu.core.conformity.Leaf;
import org.cuntu.core.conformity.ReviewInput;
import org.cuntu.core.rules.Conversion;
import org.cuntu.core.rules.Project;
import org.cuntu.core.rules.Rule;
import org.cuntu.core.rules.Selection;
import org.jspecify.annotations.Nullable;

/** What a rule's {@code select} takes of a site; each piece is looked at with the figures of its own plot. */
final class RuleTaking {
    private final ReviewInput input;
    private final Rule rule;
    private final List<TakenPart> taken = new ArrayList<>();
    private final Set<String> needs = new LinkedHashSet<>();
    private final Set<Integer> plots = new TreeSet<>();
    private final List<String> reads;
    private final Map<Alike, Optional<Boolean>> answers = new HashMap<>();
    private boolean unread;

    /** Parts of one plot that look the same to the rule; empty as an answer: undecided. */
    private record Alike(int plot, List<@Nullable Object> values) {}

    private RuleTaking(ReviewInput input, Rule rule) {
        this.input = input;
        this.rule = rule;
        this.reads = rule.tests().whereReads();
    }

    /**
     * @param layer the rule's layer in parts, null when there is none
     * @param conversions the ground of the matrix
     */
    static RuleTaking of(ReviewInput input, Rule rule, @Nullable TakenParts layer, List<ConversionPart> conversions) {
        RuleTaking taking = new RuleTaking(input, rule);
        Conversion.Outcome outcome = rule.select().relation().outcome();
        if (outcome != null) taking.take(outcome, conversions);
        else if (layer != null) taking.take(layer);
        if (taking.needs.isEmpty()) taking.needs.addAll(rule.needs());
        return taking;
    }

    /** Slivers too. */
    List<TakenPart> taken() {
        return taken;
    }

    /** The documents that satisfy it: those of the rule, or of the cells of the matrix that were met. */
    List<String> needs() {
        return List.copyOf(needs);
    }

    /** Whether a number that {@code where} reads is missing somewhere; that piece is not taken. */
    boolean unread() {
        return unread;
    }

    /** The project as each plot concerned sees it; the whole one's when none is. */
    List<Project> projects() {
        if (plots.isEmpty()) return List.of(input.project());
        return plots.stream().map(this::project).toList();
    }

    private Project project(int plot) {
        return input.project().forPlot(input.plots().get(plot).number());
    }

    private void take(Conversion.Outcome outcome, List<ConversionPart> conversions) {
        for (ConversionPart part : conversions) {
            if (part.leaf().kind() == Leaf.Kind.OUTSIDE_COVERAGE
                    || part.answer().outcome() != outcome) continue;
            TakenPart one = new TakenPart(
                    part.leaf(),
                    part.area(),
                    part.hectares(),
                    part.share(),
                    part.sliver(),
                    part.leaf().fields(),
                    part.area().equals(part.leaf().area()) ? null : (Integer) part.zone());
            Optional<Boolean> answer =
                    answers.computeIfAbsent(new Alike(one.leaf().plot(), one.values(reads)), alike -> where(one));
            if (!takes(one, answer, true)) continue;
            taken.add(one);
            Conversion.Cell cell = part.answer().cell();
            if (!part.sliver() && cell != null && !cell.document().isEmpty()) needs.add(cell.document());
        }
    }

    private void take(TakenParts layer) {
        boolean overlaps = rule.select().relation() == Selection.Relation.OVERLAPS;
        TakenParts.Kinds kinds = layer.by(reads);
        List<@Nullable Optional<Boolean>> answers =
                new ArrayList<>(Collections.nCopies(kinds.first().size(), null));
        for (int i = 0; i < kinds.of().length; i++) {
            TakenPart part = layer.all().get(i);
            int kind = kinds.of()[i];
            boolean takes =
                    switch (part.leaf().kind()) {
                        case PIECE -> {
                            Optional<Boolean> answer = answers.get(kind);
                            if (answer == null) answers.set(kind, answer = where(part));
                            yield takes(part, answer, overlaps);
                        }
                        case REST -> !overlaps;
                        case OUTSIDE_COVERAGE -> false;
                    };
            if (takes) taken.add(part);
        }
    }

    private boolean takes(TakenPart part, Optional<Boolean> answer, boolean wanted) {
        int plot = part.leaf().plot();
        if (answer.isEmpty()) unread = true;
        boolean takes = answer.isPresent() && answer.get() == wanted;
        if (takes || answer.isEmpty()) plots.add(plot);
        return takes;
    }

    private Optional<Boolean> where(TakenPart part) {
        try {
            return Optional.of(
                    rule.tests().where(part.fields(), project(part.leaf().plot())));
        } catch (Rule.Undecided e) {
            return Optional.empty();
        }
    }
}
