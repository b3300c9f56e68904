package org.cuntu.core.quality.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cuntu.core.rules.FieldTest;
import org.cuntu.core.rules.Rule;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.matrix.OrderedBlocks;

/** Asks the rules on fields of blocks of features. One a thread. */
final class FieldSweep implements OrderedBlocks.Worker<List<FieldFault>> {
    /** A rule with its check made ready. */
    record Asked(QualityRule rule, FieldCheck check) {}

    private final FeatureRow row;
    private final List<Asked> asked;

    FieldSweep(Snapshot layer, List<Asked> asked) {
        row = new FeatureRow(layer);
        this.asked = asked;
    }

    @Override
    public List<FieldFault> work(int from, int to, AtomicBoolean stopped) {
        List<FieldFault> faults = new ArrayList<>();
        for (int feature = from; feature < to; feature++) {
            if (stopped.get()) throw new CancellationException("cancelled");
            row.at(feature);
            int number = feature;
            for (Asked each : asked)
                if (concerns(each.rule(), row))
                    each.check()
                            .look(
                                    row,
                                    (value, expected, area) ->
                                            faults.add(new FieldFault(each.rule(), number, value, expected, area)));
        }
        return faults;
    }

    /** Whether a rule is asked of a feature; where that cannot be told it is. */
    static boolean concerns(QualityRule rule, FeatureRow row) {
        FieldTest where = rule.where();
        if (where == null) return true;
        try {
            return row.holds(where, rule.whereFields());
        } catch (Rule.Undecided e) {
            return true;
        }
    }
}
