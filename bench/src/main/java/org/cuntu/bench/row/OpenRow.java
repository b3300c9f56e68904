package org.cuntu.bench.row;

import org.cuntu.bench.result.Goal;
import org.cuntu.bench.result.Row;
import org.cuntu.bench.result.Spread;
import org.cuntu.bench.worker.WorkerProcess;

/** From a store that knows nothing to a site's first answer, in a JVM that has answered before. */
final class OpenRow {
    private static final String TIMES = "10";

    private OpenRow() {}

    static Row of(Ground ground, Plan plan, WorkerProcess ours, Progress progress) {
        String[] command = ground.withSiteLayers("first", ground.snapshots().toString(), TIMES);
        ours.ask(command);
        double[] millis = new double[plan.rounds()];
        for (int round = 0; round < millis.length; round++) {
            progress.say("round", "open", round + 1, millis.length);
            millis[round] = Spread.percentile(SiteRows.nanos(ours.ask(command).get("nanos")), 0.5) / 1e6;
        }
        return Row.alone(
                "open five snapshots, first answer",
                Plan.inWords(plan.patches()) + " patches",
                "ms",
                millis,
                Goal.atMost(50, 20),
                Load.now());
    }
}
