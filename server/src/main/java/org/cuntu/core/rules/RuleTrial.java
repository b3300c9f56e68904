package org.cuntu.core.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs a rule on given figures as a review would: which leaves it takes, whether it holds, what follows. For the examples
 * that the build runs and for whoever tries a rule with figures of their own; no expression comes from outside.
 */
public final class RuleTrial {
    /**
     * What came of it.
     *
     * @param judgement null: the rule does not apply
     * @param area of the leaves taken, whole 0.01 m²
     * @param taken one a given leaf: whether the rule took and saw it
     */
    public record Outcome(@Nullable Judgement judgement, long area, int share, List<Boolean> taken) {
        public Outcome {
            taken = List.copyOf(taken);
        }
    }

    private final Rule rule;
    private final RuleSet set;
    private final LocalDate day;

    private RuleTrial(Rule rule, RuleSet set, LocalDate day) {
        this.rule = rule;
        this.set = set;
        this.day = day;
    }

    /**
     * Tries a rule.
     *
     * @param set whose document types and conversion matrix are taken
     * @param day on which documents must be valid
     */
    public static Outcome run(Rule rule, Rule.Example example, RuleSet set, LocalDate day) {
        return new RuleTrial(rule, set, day).run(example);
    }

    private Outcome run(Rule.Example example) {
        Project project = example.project();
        try {
            if (!rule.tests().appliesTo(facts(example, List.of(), 0)))
                return new Outcome(null, 0, 0, flags(example, 0));
        } catch (Rule.Undecided e) {
            return undecided(example);
        }
        boolean[] unread = new boolean[1];
        Set<String> needs = new LinkedHashSet<>();
        List<Boolean> taken = new ArrayList<>();
        List<SelectedPiece> seen = new ArrayList<>();
        int visible = example.given().size() - example.slivers();
        for (int i = 0; i < example.given().size(); i++) {
            boolean takes = i < visible && takes(example.given().get(i), project, unread, needs);
            taken.add(takes);
            if (takes) seen.add(example.given().get(i));
        }
        if (rule.select().relation() == Selection.Relation.OUTSIDE && example.rest() > 0)
            seen.add(new SelectedPiece(example.rest(), Map.of()));
        long area = seen.stream().mapToLong(SelectedPiece::area).sum();
        if (needs.isEmpty()) needs.addAll(rule.needs());
        boolean silent = rule.layers().stream()
                .anyMatch(use -> example.silent().contains(use.name())
                        && (use.required() || use.name().equals(rule.select().layer())));
        try {
            boolean fires = rule.tests().when(facts(example, seen, area));
            Judgement.Test test = new Judgement.Test(fires, onNothing(example), silent, unread[0], List.copyOf(needs));
            Judgement judgement = Judgement.of(rule, test, List.of(project), set.documents(), day);
            return new Outcome(judgement, area, share(area, example), taken);
        } catch (Rule.Undecided e) {
            return undecided(example);
        }
    }

    private Outcome undecided(Rule.Example example) {
        Judgement.Test test = new Judgement.Test(false, false, false, true, rule.needs());
        return new Outcome(
                Judgement.of(rule, test, List.of(example.project()), set.documents(), day), 0, 0, flags(example, 0));
    }

    private static List<Boolean> flags(Rule.Example example, int until) {
        List<Boolean> flags = new ArrayList<>();
        for (int i = 0; i < example.given().size(); i++) flags.add(i < until);
        return flags;
    }

    private boolean takes(SelectedPiece piece, Project project, boolean[] unread, Set<String> needs) {
        Conversion.Outcome wanted = rule.select().relation().outcome();
        try {
            boolean where = rule.tests().where(piece.fields(), project);
            if (wanted == null) return where == (rule.select().relation() == Selection.Relation.OVERLAPS);
            Conversion.Answer answer = set.conversion()
                    .answer(
                            township(piece.fields()),
                            text(piece.fields(), "GHFQDM"),
                            text(piece.fields(), "DLBM"),
                            project.wanted());
            Conversion.Cell cell = answer.cell();
            if (where
                    && answer.outcome() == wanted
                    && cell != null
                    && !cell.document().isEmpty()) needs.add(cell.document());
            return where && answer.outcome() == wanted;
        } catch (Rule.Undecided e) {
            unread[0] = true;
            return false;
        }
    }

    /** The township in a village code (坐落单位代码): its first nine digits. */
    public static String township(Map<String, @Nullable Object> fields) {
        String village = text(fields, "ZLDWDM");
        return village.length() < 9 ? "" : village.substring(0, 9);
    }

    private static String text(Map<String, @Nullable Object> fields, String field) {
        Object value = fields.get(field);
        return value == null ? "" : value.toString();
    }

    private boolean onNothing(Rule.Example example) {
        try {
            return rule.tests().when(facts(example, List.of(), 0));
        } catch (Rule.Undecided e) {
            return false;
        }
    }

    private static Facts facts(Rule.Example example, List<SelectedPiece> seen, long area) {
        return new Facts(area, share(area, example), seen, example.siteArea(), 1, example.project());
    }

    private static int share(long area, Rule.Example example) {
        return example.siteArea() == 0 ? 0 : (int) (area * 10_000 / example.siteArea());
    }
}
