package org.cuntu.bench.row;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cuntu.bench.city.BenchCity;
import org.cuntu.bench.city.BenchLayer;
import org.cuntu.bench.result.Goal;
import org.cuntu.bench.result.Round;
import org.cuntu.bench.result.Row;
import org.cuntu.bench.result.Row.Ratio;
import org.cuntu.bench.worker.WorkerProcess;

/** What a site costs when the city grows and the site does not. */
final class GrowthRows {
    private static final int WARM_UPS = 5;
    /** Bytes on disk a patch while a ground is made: the file, what waits to be sorted, and the snapshot. */
    private static final long BYTES_A_PATCH = 4_000;
    /** Up to here the small heap is promised for the import too; a larger ground is made by a process of its own. */
    private static final int PROMISED = 1_000_000;

    private static final int IMPORT_MEGABYTES = 3_000;

    private final Plan plan;
    private final Path folder;
    private final WorkerProcess ours;
    private final Progress progress;

    GrowthRows(Plan plan, Path folder, WorkerProcess ours, Progress progress) {
        this.plan = plan;
        this.folder = folder;
        this.ours = ours;
        this.progress = progress;
    }

    /** @param main the ground that is there already, used where its size is asked for */
    List<Row> rows(Ground main) {
        List<Row> rows = new ArrayList<>();
        Ground before = null;
        for (int patches : plan.growth()) {
            if (patches != main.city().patches() && !hasRoom(patches)) {
                progress.say("no-room", Plan.inWords(patches));
                break;
            }
            Ground ground = patches == main.city().patches() ? main : ground(main.city(), patches);
            if (before != null) rows.add(row(before, ground));
            before = ground;
        }
        return rows;
    }

    private Row row(Ground small, Ground large) {
        for (int i = 0; i < WARM_UPS; i++) {
            p50(small);
            p50(large);
        }
        List<Round> rounds = Alternation.of(
                plan.rounds(), "growth", progress, () -> new double[] {p50(large)}, () -> new double[] {p50(small)});
        String from = Plan.inWords(small.city().patches());
        String to = Plan.inWords(large.city().patches());
        return Row.of(
                "growth of a site's p50",
                from + " → " + to + " patches",
                "ms",
                "ours on " + from + " patches",
                rounds,
                0,
                Ratio.OURS_BY_THEIRS,
                Goal.atMostTimes(1.6, 1.3),
                true);
    }

    private double p50(Ground ground) {
        ours.ask("sites", ground.siteFile().toString());
        return SiteRows.figures(
                SiteRows.nanos(ours.ask(ground.withSiteLayers("areas")).get("nanos")))[0];
    }

    private Ground ground(BenchCity like, int patches) {
        progress.say("grow", Plan.inWords(patches));
        Ground ground = new Ground(new BenchCity(like.seed(), patches, true, like.detail()), folder, plan.sites());
        if (patches <= PROMISED) {
            take(ground, ours);
            return ground;
        }
        try (WorkerProcess importer = WorkerProcess.java("ours", IMPORT_MEGABYTES, folder.resolve("workers.log"))) {
            take(ground, importer);
        }
        return ground;
    }

    private void take(Ground ground, WorkerProcess importer) {
        for (BenchLayer layer : BenchLayer.ofASite()) {
            Path file = ground.write(layer);
            ground.take(importer, ours, layer);
            try {
                Files.delete(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private boolean hasRoom(int patches) {
        try {
            FileStore store = Files.getFileStore(folder);
            return store.getUsableSpace() > 2 * BYTES_A_PATCH * patches;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
