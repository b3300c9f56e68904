package org.cuntu.bench.row;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.cuntu.bench.peer.Postgis;
import org.cuntu.bench.result.Goal;
import org.cuntu.bench.result.Round;
import org.cuntu.bench.result.Row;
import org.cuntu.bench.result.Row.Ratio;
import org.cuntu.bench.result.Spread;
import org.cuntu.bench.worker.WorkerProcess;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A site against five layers: areas by class, each site timed on its own; p50 and p99 of the sites. */
final class SiteRows {
    private static final int WARM_UPS = 5;

    private final Ground ground;
    private final Plan plan;
    private final WorkerProcess ours;
    private final Progress progress;
    private final Map<String, Double> pieces;
    private final double[] wholes;

    SiteRows(Ground ground, Plan plan, WorkerProcess ours, Progress progress) {
        this.ground = ground;
        this.plan = plan;
        this.ours = ours;
        this.progress = progress;
        ours.ask("sites", ground.siteFile().toString());
        for (int i = 0; i < WARM_UPS; i++) ours.ask(ground.withSiteLayers("areas"));
        JsonNode answer = ours.ask(ground.withSiteLayers("pieces", String.valueOf(plan.witnessed())));
        pieces = Agreement.pieces(answer);
        wholes = nanos(answer.get("sites"));
    }

    List<Row> againstPostgis(Postgis postgis) {
        progress.say("witness", "PostGIS");
        boolean agrees = agreesWith(postgis);
        List<Row> rows = new ArrayList<>();
        rows.addAll(rows(
                "PostGIS plain",
                () -> postgis.sites(ground.sites(), false),
                Goal.times(90, 140),
                Goal.times(120, 220),
                agrees));
        rows.addAll(rows(
                "PostGIS tuned",
                () -> postgis.sites(ground.sites(), true),
                Goal.times(28, 45),
                Goal.times(35, 60),
                agrees));
        return rows;
    }

    /**
     * A peer in memory. The comparison of the answers warms it up.
     *
     * @param p50 what must be reached at the middle
     */
    List<Row> against(String peer, WorkerProcess worker, Goal p50) {
        worker.ask("sites", ground.siteFile().toString());
        progress.say("witness", peer);
        Map<String, Double> theirs =
                Agreement.pieces(worker.ask(Ground.withSiteCodes("pieces", String.valueOf(plan.witnessed()))));
        boolean agrees = say(Agreement.SAME_INTEGRAL.difference(pieces, theirs), peer);
        return rows(peer, () -> nanos(worker.ask(Ground.withSiteCodes("areas")).get("nanos")), p50, null, agrees);
    }

    /** Every outline built, against our own areas alone. */
    Row outlines() {
        JsonNode check = ours.ask(ground.withSiteLayers("check", String.valueOf(plan.witnessed())));
        int invalid = check.get("invalid").asInt();
        int differing = check.get("differing").asInt();
        if (invalid + differing > 0)
            progress.say("outlines-differ", check.get("outlines").asInt(), invalid, differing);
        List<Round> rounds = Alternation.of(
                plan.rounds(),
                "outlines",
                progress,
                () -> figures(nanos(ours.ask(ground.withSiteLayers("outlines")).get("nanos"))),
                this::areas);
        return Row.of(
                "site × 5 layers, every outline, p99",
                size(),
                "ms",
                "own areas only, p99",
                rounds,
                1,
                Ratio.OURS_BY_THEIRS,
                Goal.atMostTimes(4, 2.5),
                invalid + differing == 0);
    }

    private List<Row> rows(String peer, Supplier<double[]> theirs, Goal p50, @Nullable Goal p99, boolean agrees) {
        List<Round> rounds = Alternation.of(plan.rounds(), peer, progress, this::areas, () -> figures(theirs.get()));
        List<Row> rows = new ArrayList<>();
        rows.add(Row.of(
                "site × 5 layers, areas, p50", size(), "ms", peer, rounds, 0, Ratio.LOWER_IS_BETTER, p50, agrees));
        if (p99 != null)
            rows.add(Row.of(
                    "site × 5 layers, areas, p99", size(), "ms", peer, rounds, 1, Ratio.LOWER_IS_BETTER, p99, agrees));
        return rows;
    }

    private double[] areas() {
        return figures(nanos(ours.ask(ground.withSiteLayers("areas")).get("nanos")));
    }

    /** Each piece, and each site as a whole, in the equal-area projection. */
    private boolean agreesWith(Postgis postgis) {
        Map<String, Double> theirs = new HashMap<>();
        Map<String, Double> ourWholes = new HashMap<>();
        Map<String, Double> theirWholes = new HashMap<>();
        for (int s = 0; s < wholes.length; s++) {
            for (Map.Entry<String, Double> piece :
                    postgis.pieces(ground.sites().get(s)).entrySet()) {
                if (piece.getKey().equals("site")) theirWholes.put("site " + s, piece.getValue());
                else theirs.put(s + " " + piece.getKey(), piece.getValue());
            }
            ourWholes.put("site " + s, wholes[s]);
        }
        return say(Agreement.EQUAL_AREA.difference(pieces, theirs), "PostGIS")
                & say(new Agreement(1e-9, 1e-4).difference(ourWholes, theirWholes), "PostGIS");
    }

    private boolean say(@Nullable String difference, String peer) {
        if (difference != null) progress.say("differs", peer, difference);
        return difference == null;
    }

    private String size() {
        return ground.sites().size() + " sites, " + Plan.inWords(plan.patches()) + " patches";
    }

    /** p50 and p99 in milliseconds. */
    static double[] figures(double[] nanos) {
        return new double[] {Spread.percentile(nanos, 0.5) / 1e6, Spread.percentile(nanos, 0.99) / 1e6};
    }

    static double[] nanos(JsonNode array) {
        double[] nanos = new double[array.size()];
        for (int i = 0; i < nanos.length; i++) nanos[i] = array.get(i).asDouble();
        return nanos;
    }
}
