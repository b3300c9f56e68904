package org.cuntu.bench.row;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.bench.city.BenchLayer;
import org.cuntu.bench.peer.Postgis;
import org.cuntu.bench.result.Goal;
import org.cuntu.bench.result.Round;
import org.cuntu.bench.result.Row;
import org.cuntu.bench.result.Row.Ratio;
import org.cuntu.bench.worker.WorkerProcess;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Layer against layer: m² by the classes of survey and plan. */
final class MatrixRows {
    private static final int LARGE = 1_000_000;

    private final Ground ground;
    private final Plan plan;
    private final int threads;
    private final WorkerProcess ours;
    private final Progress progress;
    private Map<String, Double> last = Map.of();
    private Map<String, Double> theirs = Map.of();

    MatrixRows(Ground ground, Plan plan, int threads, WorkerProcess ours, Progress progress) {
        this.ground = ground;
        this.plan = plan;
        this.threads = threads;
        this.ours = ours;
        this.progress = progress;
    }

    Row against(Postgis postgis) {
        postgis.threads(threads);
        List<Round> rounds = Alternation.warmed(plan.matrixRounds(), "PostGIS", progress, this::own, () -> {
            long start = System.nanoTime();
            theirs = postgis.matrix(BenchLayer.SURVEY, BenchLayer.PLAN);
            return new double[] {(System.nanoTime() - start) / 1e9};
        });
        postgis.threads(1);
        // geography has geodesic edges and is no witness of pieces; class totals of many pieces come out alike
        boolean agrees = agrees(new Agreement(1e-6, 1), "PostGIS");
        return row(
                "PostGIS geography, " + threads + " threads",
                rounds,
                large() ? Goal.times(18, 35) : Goal.times(25, 40),
                agrees);
    }

    Row against(WorkerProcess geos) {
        List<Round> rounds = Alternation.of(plan.matrixRounds(), "GEOS C", progress, this::own, () -> {
            JsonNode answer =
                    geos.ask("matrix", BenchLayer.SURVEY.code(), BenchLayer.PLAN.code(), String.valueOf(threads));
            theirs = sums(answer);
            return new double[] {answer.get("nanos").asDouble() / 1e9};
        });
        // a class total is a sum of thousands of pieces, each within the tolerance of a piece
        boolean agrees = agrees(new Agreement(1e-9, 2e-6 * plan.patches()), "GEOS C");
        return row("GEOS C, " + threads + " threads", rounds, large() ? Goal.times(8, 15) : Goal.times(12, 20), agrees);
    }

    private double[] own() {
        JsonNode answer = ours.ask(
                "matrix", ground.hash(BenchLayer.SURVEY), ground.hash(BenchLayer.PLAN), String.valueOf(threads));
        last = sums(answer);
        return new double[] {answer.get("nanos").asDouble() / 1e9};
    }

    private boolean agrees(Agreement tolerance, String peer) {
        @Nullable String difference = tolerance.difference(last, theirs);
        if (difference != null) progress.say("differs", peer, difference);
        return difference == null;
    }

    private Row row(String peer, List<Round> rounds, Goal goal, boolean agrees) {
        String size = Plan.inWords(plan.patches()) + " × " + Plan.inWords(plan.patches() / 5);
        return Row.of("class matrix", size, "s", peer, rounds, 0, Ratio.LOWER_IS_BETTER, goal, agrees);
    }

    private boolean large() {
        return plan.patches() >= LARGE;
    }

    private static Map<String, Double> sums(JsonNode answer) {
        Map<String, Double> sums = new HashMap<>();
        for (Map.Entry<String, JsonNode> sum : answer.get("areas").properties())
            sums.put(sum.getKey(), sum.getValue().asDouble());
        return sums;
    }
}
