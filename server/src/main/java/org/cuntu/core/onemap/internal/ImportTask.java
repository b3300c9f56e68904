package org.cuntu.core.onemap.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentSkipListMap;
import org.cuntu.core.onemap.LayerImport;
import org.cuntu.core.onemap.ReleaseEntry;
import org.cuntu.core.onemap.ReleaseRequest;
import org.cuntu.core.onemap.Releases;
import org.cuntu.engine.format.FeatureReader;
import org.cuntu.engine.format.InputLimits;
import org.cuntu.engine.format.SourceFeature;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.geometry.GeoShape;
import org.cuntu.engine.geometry.SharedBorders;
import org.cuntu.engine.layer.Feature;
import org.cuntu.engine.layer.SnapshotOrigin;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.engine.layer.SnapshotWriter;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.files.FileRef;
import org.cuntu.platform.files.Files;
import org.cuntu.platform.home.Home;
import org.cuntu.platform.tasks.TaskContext;
import org.cuntu.platform.tasks.TaskKind;
import org.cuntu.platform.tasks.TaskResult;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/**
 * The import of a kept file. Until the release is committed there is only a file without a row; a run that comes after the
 * release finds it by its hash and is done.
 */
@Component
class ImportTask implements TaskKind {
    private static final int PROBLEMS_KEPT = 100;
    /** Edges that wait for the neighbour that runs back along them: some 200 MB at most. */
    private static final int MOST_BORDERS = 2_000_000;

    private final RegisterFile register;
    private final SnapshotStore store;
    private final Releases releases;
    private final Files files;
    private final Ground ground;
    private final Home home;

    ImportTask(RegisterFile register, SnapshotStore store, Releases releases, Files files, Ground ground, Home home) {
        this.register = register;
        this.store = store;
        this.releases = releases;
        this.files = files;
        this.ground = ground;
        this.home = home;
    }

    @Override
    public String kind() {
        return LayerImport.TASK;
    }

    static Map<String, String> params(LayerImport.Order order, FileRef file) {
        Map<String, String> params = new LinkedHashMap<>();
        params.put("file", file.sha256());
        params.put("name", order.name());
        params.put("layer", order.layer());
        params.put("inForceFrom", order.inForceFrom().toString());
        params.put("source", order.source());
        if (order.crs() != null) params.put("crs", order.crs());
        if (order.ground() != null) params.put("ground", order.ground());
        params.put("correction", String.valueOf(order.correction()));
        params.put("invented", String.valueOf(order.invented()));
        if (order.sourceLayer() != null) params.put("sourceLayer", order.sourceLayer());
        return params;
    }

    private static LayerImport.Order order(Map<String, String> params) {
        return new LayerImport.Order(
                params.get("file"),
                params.get("name"),
                params.get("layer"),
                LocalDate.parse(params.get("inForceFrom")),
                params.get("source"),
                params.get("crs"),
                params.get("ground"),
                Boolean.parseBoolean(params.get("correction")),
                Boolean.parseBoolean(params.get("invented")),
                params.get("sourceLayer"));
    }

    @Override
    public TaskResult run(TaskContext context) throws IOException {
        LayerImport.Order order = order(context.params());
        RegisteredLayer layer = SnapshotMaking.layer(register, order.layer());
        List<Problem> warnings = new ArrayList<>();
        String hash;
        CompletableFuture<Void> same = CompletableFuture.runAsync(() -> checked(order.file()));
        try (FeatureReader reader = FeatureReader.open(
                files.path(order.file()),
                order.name(),
                InputLimits.LAYER,
                home.tmp(),
                layer.order(crs(order.crs()), order.sourceLayer(), () -> context.progress(0, 0, "features")))) {
            if (reader.size() == 0)
                throw new InputRefused(Problem.refused("onemap.no-features", Problem.Place.file(order.name())));
            FieldMapping mapping = FieldMapping.of(layer, reader.schema(), order.name());
            Reading reading = new Reading(reader, context, groundOf(order) == null ? 2 : 1);
            Geometry coverage = coverage(order, reading);
            hash = write(order, layer, mapping, coverage, reading);
            warnings.addAll(mapping.warnings());
            warnings.addAll(reader.warnings());
        } catch (InputRefused | UncheckedIOException refused) {
            // what is wrong with a file that was exchanged does not matter
            await(same);
            throw refused;
        }
        await(same);
        ReleaseEntry entry = release(order, hash);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("layer", order.layer());
        values.put("file", order.file());
        if (order.sourceLayer() != null) values.put("sourceLayer", order.sourceLayer());
        values.put("hash", hash);
        values.put("features", entry.features());
        values.put("release", entry.id().toString());
        values.put("knownFrom", entry.knownFrom().toString());
        return new TaskResult(values, warnings);
    }

    /** Compares the file with its hash, beside the reading: nothing is released before. */
    private void checked(String file) {
        try {
            files.checked(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(CompletableFuture<Void> check) {
        try {
            check.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw e;
        }
    }

    private static @Nullable Crs crs(@Nullable String name) {
        if (name == null) return null;
        return Crs.find(name).orElseThrow(() -> SnapshotMaking.refused("onemap.unknown-crs", "crs", name));
    }

    /** The division or the city; null when the features say. */
    private static @Nullable String groundOf(LayerImport.Order order) {
        return order.ground() == null || order.ground().equals(Ground.FEATURES) ? null : order.ground();
    }

    private Geometry coverage(LayerImport.Order order, Reading reading) {
        String named = groundOf(order);
        if (named != null) return ground.of(named, order.inForceFrom());
        SharedBorders borders = new SharedBorders(MOST_BORDERS);
        reading.forEach(feature -> borders.add(feature.shape().geometry()));
        Geometry shared = borders.ground();
        Geometry ground = shared == null
                ? null
                : GeoShape.owning(reading.crs(), shared).toGeodetic().geometry();
        if (ground != null && !ground.isEmpty() && ground.isValid()) return ground;
        Ground.Gathering gathering = new Ground.Gathering();
        reading.onceMore();
        reading.forEach(feature -> gathering.add(feature.geometry()));
        return gathering.ground();
    }

    private String write(
            LayerImport.Order order, RegisteredLayer layer, FieldMapping mapping, Geometry coverage, Reading reading) {
        NavigableMap<Integer, Problem> bad = new ConcurrentSkipListMap<>();
        try (SnapshotWriter writer = SnapshotWriter.begin(
                store.folder(),
                layer.entry().schema(),
                coverage,
                new SnapshotOrigin(order.invented(), order.source()),
                layer.entry().strictIntake())) {
            reading.forEach(feature -> writer.addLater(
                    () -> mapped(feature, mapping, bad), feature.shape().vertexCount()));
            List<Problem> refused = writer.problems();
            List<Problem> problems = new ArrayList<>(bad.values());
            for (Problem problem : refused)
                problems.add(new Problem(
                        problem.code(),
                        problem.severity(),
                        problem.args(),
                        problem.place().inFile(order.name())));
            if (!problems.isEmpty()) throw new InputRefused(problems);
            return writer.finish();
        }
    }

    /** On the writer's threads; null, with what is wrong among the first of the file that are kept, for what cannot be taken. */
    private static @Nullable Feature mapped(
            SourceFeature feature, FieldMapping mapping, NavigableMap<Integer, Problem> bad) {
        try {
            return mapping.map(feature);
        } catch (FieldMapping.BadValue wrong) {
            bad.put(feature.number(), wrong.problem());
            if (bad.size() > PROBLEMS_KEPT) bad.pollLastEntry();
            return null;
        }
    }

    private ReleaseEntry release(LayerImport.Order order, String hash) {
        Optional<ReleaseEntry> before = new Timeline(releases.listReleases(order.layer()))
                .knownAt(Instant.MAX)
                .versionFrom(order.inForceFrom())
                .filter(entry -> Objects.equals(entry.hash(), hash));
        if (before.isPresent()) return before.get();
        ReleaseRequest request = order.correction()
                ? new ReleaseRequest.Correction(
                        order.layer(), hash, order.inForceFrom(), order.source(), order.invented())
                : new ReleaseRequest.Release(
                        order.layer(), hash, order.inForceFrom(), order.source(), order.invented());
        return releases.release(request).entry();
    }
}
