package org.cuntu.bench.row;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.cuntu.bench.city.BenchCity;
import org.cuntu.bench.city.BenchLayer;
import org.cuntu.bench.peer.Postgis;
import org.cuntu.bench.peer.PrivateCluster;
import org.cuntu.bench.result.Goal;
import org.cuntu.bench.result.Row;
import org.cuntu.bench.worker.WorkerProcess;
import org.jspecify.annotations.Nullable;

/** One run of the bench: makes the ground, meets one peer after the other, gives the rows that could be measured. */
public final class BenchRun {
    private static final BenchLayer[] ALL = BenchLayer.values();

    private final Setting setting;
    private final Progress progress;
    private final List<Row> rows = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private @Nullable String postgisVersion;

    /**
     * How to run.
     *
     * @param folder for the files of the run; the caller removes it
     * @param root the checkout, whose server the endpoint row starts
     * @param only what is measured
     * @param endpoint the demo's size for the endpoint row, small or city; empty to leave it out
     * @param cases how many cases and who works on them
     * @param heapMegabytes the heap of ours
     */
    public record Setting(
            Plan plan,
            long seed,
            Path folder,
            Path root,
            Set<Peers> peers,
            Set<Parts> only,
            int threads,
            int heapMegabytes,
            int jtsHeapMegabytes,
            String endpoint,
            CaseLoad cases) {}

    /**
     * The mass of cases, and who works on them.
     *
     * @param seconds for which all work together
     * @param hold whether it stops before the first question, to look at the tables by hand
     */
    public record CaseLoad(int open, int ended, int officers, int citizens, int seconds, boolean hold) {}

    public BenchRun(Setting setting, Progress progress) {
        this.setting = setting;
        this.progress = progress;
    }

    /** Measures; what fails is in {@link #failures} and its rows are absent. */
    public List<Row> run() {
        if (setting.only().stream().anyMatch(part -> !Parts.ON_A_DEMO.contains(part))) engine();
        if (asked(Parts.ENDPOINT) && !setting.endpoint().isEmpty())
            many(() -> EndpointRow.rows(setting, setting.endpoint(), progress));
        if (asked(Parts.DATA)) many(() -> DataRows.rows(setting, progress));
        if (asked(Parts.SURVEY))
            many(() -> SurveyRows.rows(setting, setting.endpoint().isEmpty() ? "city" : setting.endpoint(), progress));
        if (asked(Parts.CASES)) many(() -> CaseRows.rows(setting, progress));
        return List.copyOf(rows);
    }

    private boolean asked(Parts part) {
        return setting.only().contains(part);
    }

    private void engine() {
        Plan plan = setting.plan();
        progress.say("ground", Plan.inWords(plan.patches()));
        BenchCity city = new BenchCity(setting.seed(), plan.patches(), true, plan.detail());
        Ground ground = new Ground(city, setting.folder(), plan.sites());
        Path log = setting.folder().resolve("workers.log");
        try (WorkerProcess ours = WorkerProcess.java("ours", setting.heapMegabytes(), log)) {
            for (BenchLayer layer : ALL) {
                ground.write(layer);
                ground.take(ours, layer);
            }
            SiteRows sites = new SiteRows(ground, plan, ours, progress);
            MatrixRows matrix = new MatrixRows(ground, plan, setting.threads(), ours, progress);
            if (setting.peers().contains(Peers.POSTGIS)) postgis(ground, ours, sites, matrix);
            boolean overlay = asked(Parts.SITES) || asked(Parts.MATRIX);
            if (setting.peers().contains(Peers.GEOS) && overlay) geos(ground, log, sites, matrix);
            if (setting.peers().contains(Peers.JTS) && asked(Parts.SITES)) jts(ground, log, sites);
            if (asked(Parts.ALONE)) ours(ground, ours, sites);
        }
    }

    /** What went wrong, one sentence each. */
    public List<String> failures() {
        return List.copyOf(failures);
    }

    /** The version of the PostGIS that was met; empty when none was. */
    public Optional<String> postgisVersion() {
        return Optional.ofNullable(postgisVersion);
    }

    private void ours(Ground ground, WorkerProcess ours, SiteRows sites) {
        Plan plan = setting.plan();
        ImportRows imports = new ImportRows(ground, plan, ours, progress);
        int before = failures.size();
        one(sites::outlines);
        one(() -> TopologyRow.of(ground, plan, setting.threads(), ours, progress));
        many(imports::sizes);
        many(() -> OpenRows.of(ground, plan, ours, progress));
        many(() -> new GrowthRows(plan, setting.folder(), ours, progress).rows(ground));
        if (failures.size() == before)
            one(() -> Row.alone(
                    "heap beside the maps, everything above",
                    Plan.inWords(plan.growth().getLast()) + " patches",
                    "MB (-Xmx)",
                    new double[] {setting.heapMegabytes()},
                    Goal.atMost(256, 128),
                    Load.now()));
    }

    private void postgis(Ground ground, WorkerProcess ours, SiteRows sites, MatrixRows matrix) {
        if (!PrivateCluster.isThere()) {
            progress.say("no-peer", "PostGIS");
            return;
        }
        progress.say("postgis");
        try (Postgis postgis = Postgis.start(1024)) {
            postgisVersion = postgis.version();
            if (asked(Parts.SITES) || asked(Parts.MATRIX) || asked(Parts.TILES))
                for (BenchLayer layer : ALL) {
                    progress.say("loading", "PostGIS", layer.code());
                    postgis.load(layer, ground.file(layer));
                }
            if (asked(Parts.SITES)) many(() -> sites.againstPostgis(postgis));
            if (asked(Parts.MATRIX)) one(() -> matrix.against(postgis));
            if (asked(Parts.TILES)) many(() -> new TileRows(ground, setting.plan(), ours, progress).against(postgis));
            if (asked(Parts.IMPORT))
                many(() -> new ImportRows(ground, setting.plan(), ours, progress).against(postgis));
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    private void geos(Ground ground, Path log, SiteRows sites, MatrixRows matrix) {
        Optional<WorkerProcess> started = Geos.start(setting.folder(), log);
        if (started.isEmpty()) {
            progress.say("no-peer", "GEOS C");
            return;
        }
        try (WorkerProcess geos = started.get()) {
            load(ground, geos, "GEOS C", ALL);
            if (asked(Parts.SITES)) many(() -> sites.against("GEOS C", geos, Goal.times(24, 45)));
            if (asked(Parts.MATRIX)) one(() -> matrix.against(geos));
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    private void jts(Ground ground, Path log, SiteRows sites) {
        try (WorkerProcess jts = WorkerProcess.java("jts", setting.jtsHeapMegabytes(), log)) {
            load(ground, jts, "JTS", BenchLayer.ofASite());
            many(() -> sites.against("JTS, containment shortcut", jts, Goal.times(28, 55)));
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    private void load(Ground ground, WorkerProcess peer, String name, BenchLayer[] layers) {
        for (BenchLayer layer : layers) {
            progress.say("loading", name, layer.code());
            peer.ask("load", layer.code(), ground.file(layer).toString());
        }
    }

    private void one(Supplier<Row> measured) {
        many(() -> List.of(measured.get()));
    }

    private void many(Supplier<List<Row>> measured) {
        try {
            rows.addAll(measured.get());
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    private void fail(RuntimeException e) {
        failures.add(String.valueOf(e.getMessage()));
        progress.say("failed", String.valueOf(e.getMessage()));
    }
}
