package org.cuntu.core.onemap.internal;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cuntu.core.onemap.Baseline;
import org.cuntu.core.onemap.Baselines;
import org.cuntu.core.onemap.HeldSnapshots;
import org.cuntu.core.onemap.NotAnsweredReason;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.platform.files.DeletionHold;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.Degraded;
import org.cuntu.platform.home.DemoMark;
import org.cuntu.platform.home.WarmUp;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The life of snapshot files (contracts 8): at the start every current one is opened, which checks its hash; a file without
 * a row goes when it is older than a day, a draft that a killed process left goes at once; a row without a file is said in the health.
 */
@Component
@Order(10)
class SnapshotFolder implements WarmUp, Degraded, DemoMark {
    private static final Logger log = LoggerFactory.getLogger(SnapshotFolder.class);
    private static final Duration ORPHAN_AGE = Duration.ofHours(24);
    private static final String SUFFIX = ".snap";

    private final SnapshotStore store;
    private final Baselines baselines;
    private final ReleaseTable table;
    private final CityClock clock;
    private final DeletionHold hold;
    private final ObjectProvider<HeldSnapshots> held;

    SnapshotFolder(
            SnapshotStore store,
            Baselines baselines,
            ReleaseTable table,
            CityClock clock,
            DeletionHold hold,
            ObjectProvider<HeldSnapshots> held) {
        this.store = store;
        this.baselines = baselines;
        this.table = table;
        this.clock = clock;
        this.hold = hold;
        this.held = held;
    }

    @Override
    public void warmUp() throws IOException {
        removeOrphans();
        for (Baseline.Layer layer : baselines.resolveAll(null, null).layers()) {
            if (layer.snapshot() == null || layer.reason() == NotAnsweredReason.FAULT) continue;
            open(layer.snapshot());
        }
    }

    private void open(SnapshotRef snapshot) {
        try (SnapshotStore.Lease lease = store.open(snapshot.hash())) {
            lease.snapshot().size();
        } catch (SnapshotStore.MissingSnapshot e) {
            log.error("layer {}", snapshot.layer(), e);
        }
    }

    /** Removes files of no row that are a day old, and what an earlier process was writing when it ended; nothing while a backup is made. */
    void removeOrphans() throws IOException {
        if (hold.isHeld()) return;
        Set<String> known = new HashSet<>(table.listHashes());
        held.forEach(holder -> known.addAll(holder.listHeld()));
        for (Path file : list(store.folder())) {
            String name = Objects.requireNonNull(file.getFileName()).toString();
            boolean orphan =
                    name.endsWith(SUFFIX) && !known.contains(name.substring(0, name.length() - SUFFIX.length()));
            if (orphan && isOld(file)) delete(file);
        }
        for (Path work : list(store.folder().resolve("tmp"))) if (isOfAnEarlierProcess(work)) delete(work);
    }

    /** By the machine's clock, which dates files: a home is written by one process at a time. */
    private static boolean isOfAnEarlierProcess(Path work) throws IOException {
        return Files.getLastModifiedTime(work).toMillis()
                < ManagementFactory.getRuntimeMXBean().getStartTime();
    }

    private boolean isOld(Path file) throws IOException {
        Instant modified = Files.getLastModifiedTime(file).toInstant();
        return modified.isBefore(clock.now().minus(ORPHAN_AGE));
    }

    private static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static void delete(Path orphan) throws IOException {
        try (Stream<Path> paths = Files.walk(orphan)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
        log.info("removed orphan {}", orphan.getFileName());
    }

    @Override
    public Optional<String> why() {
        List<String> missing = baselines.resolveAll(null, null).layers().stream()
                .filter(layer -> layer.reason() == NotAnsweredReason.FAULT)
                .map(layer -> layer.entry().code())
                .toList();
        return missing.isEmpty() ? Optional.empty() : Optional.of("snapshot files missing: " + missing);
    }

    @Override
    public Optional<String> found() {
        long invented = table.countInvented();
        return invented == 0 ? Optional.empty() : Optional.of(invented + " invented layers");
    }
}
