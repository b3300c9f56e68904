package org.cuntu.business.planning.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.cuntu.business.planning.AreaLedger;
import org.cuntu.business.planning.ControlLine;
import org.cuntu.business.planning.LineRule;
import org.cuntu.business.planning.LineTarget;
import org.cuntu.business.planning.PlanTest;
import org.cuntu.business.planning.RuleAnswer;
import org.cuntu.business.planning.RuleAnswer.Outcome;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.engine.layer.Snapshot;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a line's rules to a change, in their order; each kind of rule has its class. What cannot be asked is not answered. */
@Component
class LineChecks {
    private final LayerRegister register;

    LineChecks(LayerRegister register) {
        this.register = register;
    }

    /**
     * All that the rules look at.
     *
     * @param types of the documents that are there
     * @param targets in force, by division
     * @param city the city's own code
     */
    record Asked(
            ControlLine line,
            @Nullable Snapshot base,
            Snapshot candidate,
            GroundChange change,
            List<AreaLedger> ledgers,
            LineVersions.Open versions,
            Counties counties,
            Set<String> types,
            Map<String, LineTarget> targets,
            String city) {}

    List<RuleAnswer> answer(Asked asked) {
        List<RuleAnswer> answers = new ArrayList<>();
        for (LineRule rule : asked.line().rules()) answers.add(answer(rule, asked));
        return answers;
    }

    private RuleAnswer answer(LineRule rule, Asked asked) {
        return switch (rule.test()) {
            case LineRule.OnLayer on ->
                new OnLayerCheck(
                                asked.change().in(),
                                asked.versions(),
                                asked.counties(),
                                register.findLayer(on.layer()).orElseThrow())
                        .answer(rule, on);
            case LineRule.TargetKept kept -> TargetCheck.answer(rule, asked);
            case LineRule.Mean mean -> MeanCheck.answer(rule, mean, asked);
            case LineRule.Crumbs crumbs -> FormCheck.of(asked).crumbs(rule, crumbs);
            case LineRule.Contiguous contiguous -> FormCheck.of(asked).contiguous(rule, contiguous);
            case LineRule.Compact compact -> FormCheck.of(asked).compact(rule, compact);
            case LineRule.Documents documents -> documents(rule, asked);
            case LineRule.Sound sound -> SoundCheck.answer(rule, asked);
            case PlanTest plan -> throw new IllegalStateException(rule.id() + " is no rule of a line");
        };
    }

    private static RuleAnswer documents(LineRule rule, Asked asked) {
        TreeSet<String> lacking = new TreeSet<>(asked.line().needs());
        lacking.removeAll(asked.types());
        return RuleAnswer.of(
                rule, lacking.isEmpty() ? Outcome.PASS : Outcome.FAIL, Map.of("lacking", String.join(" ", lacking)));
    }
}
