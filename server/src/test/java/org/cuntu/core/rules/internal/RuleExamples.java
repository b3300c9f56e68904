package org.cuntu.core.rules.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cuntu.core.rules.Facts;
import org.cuntu.core.rules.Rule;
import org.cuntu.core.rules.SelectedPiece;
import org.cuntu.core.rules.Selection;
import org.cuntu.core.rules.Verdict;
import org.jspecify.annotations.Nullable;

/** Runs an example as a review would: select, then when. */
final class RuleExamples {
    private RuleExamples() {}

    static @Nullable Verdict verdict(Rule rule, Rule.Example example) {
        boolean overlaps = rule.select().relation() == Selection.Relation.OVERLAPS;
        List<SelectedPiece> seen = new ArrayList<>();
        for (SelectedPiece piece : example.given())
            if (rule.tests().where(piece.fields(), example.project()) == overlaps) seen.add(piece);
        if (!overlaps && example.rest() > 0) seen.add(new SelectedPiece(example.rest(), Map.of()));
        long area = seen.stream().mapToLong(SelectedPiece::area).sum();
        int share = (int) (area * 10_000 / example.siteArea());
        Facts facts = new Facts(area, share, seen, example.siteArea(), 1, example.project());
        if (!rule.tests().appliesTo(facts)) return null;
        return rule.tests().when(facts) ? rule.verdict() : Verdict.PASS;
    }
}
