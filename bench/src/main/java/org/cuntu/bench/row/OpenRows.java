package org.cuntu.bench.row;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cuntu.bench.city.BenchLayer;
import org.cuntu.bench.result.Goal;
import org.cuntu.bench.result.Row;
import org.cuntu.bench.result.Spread;
import org.cuntu.bench.worker.WorkerProcess;

/**
 * From a store that knows nothing to a site's first answer, in a JVM that has answered before: with files that it has opened before,
 * and with files that are new to it, whose content it first compares with their names.
 */
final class OpenRows {
    private static final int TIMES = 10;

    private OpenRows() {}

    static List<Row> of(Ground ground, Plan plan, WorkerProcess ours, Progress progress) {
        median(ground, ground.snapshots(), TIMES, ours);
        double[] known = new double[plan.rounds()];
        double[] unseen = new double[plan.rounds()];
        for (int round = 0; round < plan.rounds(); round++) {
            progress.say("round", "open", round + 1, plan.rounds());
            known[round] = median(ground, ground.snapshots(), TIMES, ours);
            Path copies = copies(ground);
            unseen[round] = median(ground, copies, 1, ours);
            delete(copies);
        }
        return List.of(
                row("open five snapshots, first answer", plan, known),
                row("open five snapshots new to the process, first answer", plan, unseen));
    }

    private static Row row(String name, Plan plan, double[] millis) {
        return Row.alone(
                name, Plan.inWords(plan.patches()) + " patches", "ms", millis, Goal.atMost(50, 20), Load.now());
    }

    private static double median(Ground ground, Path snapshots, int times, WorkerProcess ours) {
        String[] command = ground.withSiteLayers("first", snapshots.toString(), String.valueOf(times));
        return Spread.percentile(SiteRows.nanos(ours.ask(command).get("nanos")), 0.5) / 1e6;
    }

    private static Path copies(Ground ground) {
        try {
            Path folder = Files.createTempDirectory(ground.folder(), "new");
            for (BenchLayer layer : BenchLayer.ofASite()) {
                String name = ground.hash(layer) + ".snap";
                if (!Files.exists(folder.resolve(name)))
                    Files.copy(ground.snapshots().resolve(name), folder.resolve(name));
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) Files.delete(file);
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
