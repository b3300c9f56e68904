package org.cuntu.bench.row;

import org.cuntu.bench.city.BenchLayer;
import org.cuntu.bench.result.Goal;
import org.cuntu.bench.result.Row;
import org.cuntu.bench.worker.WorkerProcess;

/** Everything that may be wrong with the shapes of the survey, in one sweep. */
final class TopologyRow {
    private static final int MILLION = 1_000_000;
    /** Seconds for a million patches that must be kept, and that are aimed at. */
    private static final double MUST = 120;

    private static final double AIM = 60;

    private TopologyRow() {}

    static Row of(Ground ground, Plan plan, int threads, WorkerProcess ours, Progress progress) {
        double[] seconds = new double[plan.matrixRounds()];
        for (int round = 0; round < seconds.length; round++) {
            progress.say("round", "topology", round + 1, seconds.length);
            seconds[round] = ours.ask("topology", ground.hash(BenchLayer.SURVEY), String.valueOf(threads))
                            .get("nanos")
                            .asDouble()
                    / 1e9;
        }
        double share = (double) plan.patches() / MILLION;
        return Row.alone(
                "topology of a layer",
                Plan.inWords(plan.patches()) + " patches",
                "s",
                seconds,
                Goal.atMost(MUST * share, AIM * share),
                Load.now());
    }
}
