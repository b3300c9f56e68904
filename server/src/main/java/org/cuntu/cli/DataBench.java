package org.cuntu.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.cuntu.core.onemap.Baseline;
import org.cuntu.core.onemap.Baselines;
import org.cuntu.core.onemap.LayerImport;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.core.quality.CheckRun;
import org.cuntu.core.quality.LayerChecks;
import org.cuntu.engine.format.LayerContent;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.layer.Intake;
import org.cuntu.engine.layer.LayerSchema;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotOrigin;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.engine.layer.SnapshotWriter;
import org.cuntu.platform.files.FileRef;
import org.cuntu.platform.files.Files;
import org.cuntu.platform.formats.FileFormat;
import org.cuntu.platform.formats.LayerFiles;
import org.cuntu.platform.home.Home;
import org.cuntu.platform.tasks.TaskState;
import org.cuntu.platform.tasks.TaskView;
import org.cuntu.platform.tasks.Tasks;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Files taken to a release, and a layer checked, timed on the city of a home. */
final class DataBench {
    private static final String LAYER = "DLTB";
    private static final String SOURCE = "bench";
    /** Degrees by which a corner of a patch that is made wrong is off, some decimetres. */
    private static final double OFF = 3e-6;

    private final Baselines baselines;
    private final SnapshotStore store;
    private final LayerFiles writers;
    private final Files files;
    private final LayerImport imports;
    private final LayerChecks checks;
    private final Tasks tasks;
    private final Home home;
    private final SnapshotRef survey;
    private final @Nullable String before;
    private int days;

    DataBench(
            Baselines baselines,
            SnapshotStore store,
            LayerFiles writers,
            Files files,
            LayerImport imports,
            LayerChecks checks,
            Tasks tasks,
            Home home) {
        this.baselines = baselines;
        this.store = store;
        this.writers = writers;
        this.files = files;
        this.imports = imports;
        this.checks = checks;
        this.tasks = tasks;
        this.home = home;
        // what is taken in here is in force after it
        SnapshotRef newest = Objects.requireNonNull(version(null));
        SnapshotRef last = newest;
        while (last.source().equals(SOURCE))
            last = Objects.requireNonNull(version(last.inForceFrom().minusDays(1)));
        survey = last;
        // an earlier run on this home has taken the days up to its last
        days = (int) ChronoUnit.DAYS.between(survey.inForceFrom(), newest.inForceFrom());
        SnapshotRef earlier = version(survey.inForceFrom().minusDays(1));
        before = earlier == null ? null : earlier.hash();
    }

    /**
     * A file's way to its release, upload included.
     *
     * @param seconds of each round
     */
    record Imported(long features, long bytes, List<Double> seconds) {}

    /**
     * @param issues kept ones and those that were only counted
     * @param rules that were asked
     * @param heap bytes, the most that was used, garbage counted
     */
    record Checked(long features, double seconds, long issues, int rules, long heap) {}

    /** Writes a file of the city's first patches, and takes it in so many times. */
    Imported imported(FileFormat format, int patches, String ground, int rounds) {
        Path file = home.tmp().resolve("data-bench." + format.ending());
        try (SnapshotStore.Lease lease = store.open(survey.hash())) {
            Snapshot layer = lease.snapshot();
            int count = Math.min(patches, layer.size());
            writers.write(format, content(layer, count), file);
            List<Double> seconds = new ArrayList<>();
            for (int round = 0; round < rounds; round++) seconds.add(seconds(file, ground));
            return new Imported(count, java.nio.file.Files.size(file), seconds);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(file);
        }
    }

    private static LayerContent content(Snapshot layer, int count) {
        LayerSchema schema = layer.schema();
        return new LayerContent(LAYER, LAYER, schema.fields(), Crs.CGCS2000, count, row -> {
            for (int feature = 0; feature < count; feature++)
                row.take(
                        layer.geometry(feature),
                        values(layer, feature, schema.fields().size()));
        });
    }

    private static List<@Nullable Object> values(Snapshot layer, int feature, int fields) {
        @Nullable Object[] values = new Object[fields];
        for (int field = 0; field < fields; field++) values[field] = layer.value(feature, field);
        return Arrays.asList(values);
    }

    private double seconds(Path file, String ground) throws IOException {
        String name = Objects.requireNonNull(file.getFileName()).toString();
        long begin = System.nanoTime();
        FileRef kept;
        try (InputStream content = java.nio.file.Files.newInputStream(file)) {
            kept = files.keep(content, name, "application/octet-stream");
        }
        await(new LayerImport.Order(
                kept.sha256(),
                name,
                LAYER,
                survey.inForceFrom().plusDays(++days),
                SOURCE,
                "EPSG:4490",
                ground,
                false,
                true));
        return (System.nanoTime() - begin) / 1e9;
    }

    private void await(LayerImport.Order order) {
        try {
            TaskView ended = tasks.await(imports.submit(order), Duration.ofHours(1));
            if (ended.state() != TaskState.DONE)
                throw new IllegalStateException(ended.state() + " " + ended.problems());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /**
     * Checks the whole survey by every rule of the city, as it is or with some patches made wrong.
     *
     * @param one in so many: a corner moved, a code or an area changed, the patch left out; 0: none
     */
    Checked checked(int one) {
        String hash = one == 0 ? survey.hash() : sown(one);
        List<MemoryPoolMXBean> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        System.gc();
        heap.forEach(MemoryPoolMXBean::resetPeakUsage);
        long begin = System.nanoTime();
        CheckRun run = checks.check(
                new LayerChecks.Order(LAYER, hash, survey.inForceFrom(), before, null), new LayerChecks.Progress() {
                    @Override
                    public void at(long done, long of) {}

                    @Override
                    public boolean cancelled() {
                        return false;
                    }
                });
        double seconds = (System.nanoTime() - begin) / 1e9;
        long used =
                heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        return new Checked(
                run.features(),
                seconds,
                run.refusing() + run.warnings(),
                run.byRule().size(),
                used);
    }

    private String sown(int one) {
        try (SnapshotStore.Lease lease = store.open(survey.hash())) {
            Snapshot layer = lease.snapshot();
            Random chance = new Random(7);
            int fields = layer.schema().fields().size();
            try (SnapshotWriter writer = SnapshotWriter.begin(
                    store.folder(),
                    layer.schema(),
                    layer.coverage(),
                    new SnapshotOrigin(true, SOURCE),
                    Intake.AS_DELIVERED)) {
                for (int feature = 0; feature < layer.size(); feature++) {
                    Geometry shape = layer.geometry(feature);
                    List<@Nullable Object> values = values(layer, feature, fields);
                    if (chance.nextInt(one) == 0 && !spoilt(layer.schema(), shape, values, chance.nextInt(4))) continue;
                    writer.add(new org.cuntu.engine.layer.Feature(shape, values));
                }
                return writer.finish();
            }
        }
    }

    /** Whether something of it is left. */
    private static boolean spoilt(LayerSchema schema, Geometry shape, List<@Nullable Object> values, int how) {
        switch (how) {
            case 0 -> values.set(schema.indexOf("DLBM"), "0207");
            case 1 -> values.set(schema.indexOf("TBMJ"), new java.math.BigDecimal("1.00"));
            case 2 -> {
                Coordinate corner = shape.getCoordinates()[1];
                corner.x += OFF;
                corner.y += OFF;
                shape.geometryChanged();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private @Nullable SnapshotRef version(@Nullable LocalDate day) {
        return baselines.resolve(day, null).layers().stream()
                .filter(layer -> layer.entry().code().equals(LAYER))
                .map(Baseline.Layer::snapshot)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static void delete(Path file) {
        try {
            java.nio.file.Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
