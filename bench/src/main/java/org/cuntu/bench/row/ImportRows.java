package org.cuntu.bench.row;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cuntu.bench.city.BenchLayer;
import org.cuntu.bench.city.ShapeFile;
import org.cuntu.bench.peer.Disk;
import org.cuntu.bench.peer.Postgis;
import org.cuntu.bench.result.Goal;
import org.cuntu.bench.result.Round;
import org.cuntu.bench.result.Row;
import org.cuntu.bench.result.Row.Ratio;
import org.cuntu.bench.worker.WorkerProcess;
import tools.jackson.databind.JsonNode;

/**
 * A layer's file into a snapshot against COPY and GiST of the same file, and how large the snapshot is. Ours checks every polygon,
 * hashes the file and waits for the disk; COPY does none of that, so a second row has PostGIS check the polygons too.
 */
final class ImportRows {
    private static final int WARM_UPS = 5;

    private final Ground ground;
    private final Plan plan;
    private final WorkerProcess ours;
    private final Progress progress;
    private long bytes;
    private int features;

    ImportRows(Ground ground, Plan plan, WorkerProcess ours, Progress progress) {
        this.ground = ground;
        this.plan = plan;
        this.ours = ours;
        this.progress = progress;
    }

    List<Row> against(Postgis postgis) {
        Path file = ground.file(BenchLayer.SURVEY);
        for (int i = 0; i < WARM_UPS; i++) own(file);
        double count = features;
        List<Round> rounds = Alternation.of(
                plan.rounds(),
                "COPY + GiST",
                progress,
                () -> {
                    Disk.settle();
                    double rate = count / own(file);
                    return new double[] {rate, rate};
                },
                () -> {
                    Disk.settle();
                    double copied = postgis.copy("import", file) / 1e9;
                    double checked = postgis.check("import") / 1e9;
                    // it does not wait for the disk: whoever comes next would
                    postgis.drop("import");
                    return new double[] {count / copied, count / (copied + checked)};
                });
        return List.of(
                row("bare import", "COPY + GiST", rounds, 0),
                row("import with every polygon checked", "COPY + GiST + ST_IsValid, 2 threads", rounds, 1));
    }

    private Row row(String name, String peer, List<Round> rounds, int index) {
        return Row.of(name, size(), "features/s", peer, rounds, index, Ratio.HIGHER_IS_BETTER, Goal.times(2, 3), true);
    }

    /** Bytes a patch, on the grid of nanodegrees and off it. */
    List<Row> sizes() {
        List<Row> rows = new ArrayList<>();
        own(ground.file(BenchLayer.SURVEY));
        rows.add(size("snapshot, coordinates on the 1e-9° grid", Goal.atMost(0.8, 0.5)));
        progress.say("off-grid");
        Path file = ground.folder().resolve("off-grid.copy");
        ShapeFile.write(file, ground.city().offGrid(), BenchLayer.SURVEY);
        own(file);
        rows.add(size("snapshot, other coordinates", Goal.atMost(1.5, 1.0)));
        delete(file);
        return rows;
    }

    private Row size(String name, Goal goal) {
        return Row.alone(name, size(), "kB a patch", new double[] {bytes / 1000.0 / features}, goal, Load.now());
    }

    /** Seconds that an import of ours takes. */
    private double own(Path file) {
        Path into = ground.folder().resolve("imported");
        JsonNode answer = ground.importInto(ours, BenchLayer.SURVEY, file, into);
        bytes = answer.get("bytes").asLong();
        features = answer.get("features").asInt();
        delete(into.resolve(answer.get("hash").asString() + ".snap"));
        return answer.get("nanos").asDouble() / 1e9;
    }

    private String size() {
        return Plan.inWords(plan.patches()) + " patches";
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
