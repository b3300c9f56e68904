package org.cuntu.core.onemap.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.cuntu.core.onemap.LayerDeliveries;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.core.onemap.LayerImport;
import org.cuntu.core.onemap.ReleaseRequest;
import org.cuntu.core.onemap.Releases;
import org.cuntu.engine.layer.Feature;
import org.cuntu.engine.layer.Field;
import org.cuntu.engine.layer.LayerKind;
import org.cuntu.engine.layer.LayerSchema;
import org.cuntu.engine.layer.SnapshotOrigin;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.engine.layer.SnapshotWriter;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.files.FileRef;
import org.cuntu.platform.files.Files;
import org.cuntu.platform.home.Settings;
import org.cuntu.platform.tasks.TaskId;
import org.cuntu.platform.tasks.Tasks;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

@Component
class SnapshotMaking implements LayerImport {

    private final RegisterFile register;
    private final SnapshotStore store;
    private final Releases releases;
    private final Files files;
    private final LayerDeliveries deliveries;
    private final Tasks tasks;
    private final Settings settings;

    SnapshotMaking(
            RegisterFile register,
            SnapshotStore store,
            Releases releases,
            Files files,
            LayerDeliveries deliveries,
            Tasks tasks,
            Settings settings) {
        this.register = register;
        this.store = store;
        this.releases = releases;
        this.files = files;
        this.deliveries = deliveries;
        this.tasks = tasks;
        this.settings = settings;
    }

    @Override
    public TaskId submit(Order order) {
        RegisteredLayer layer = layer(register, order.layer());
        FileRef file = files.find(order.file()).orElseThrow(() -> refused("onemap.no-kept-file", "hash", order.file()));
        if (order.invented() && settings.mode() == Settings.Mode.SERVE)
            throw refused("onemap.invented-here", "layer", order.layer());
        if (order.source().length() > DbReleases.LONGEST_SOURCE)
            throw refused("onemap.source-long", "layer", order.layer(), "most", DbReleases.LONGEST_SOURCE);
        if (order.ground() == null && layer.entry().schema().kind() != LayerKind.COVERAGE)
            throw refused("onemap.ground-needed", "layer", order.layer());
        if (Ground.FEATURES.equals(order.ground()) && !layer.entry().isAreal())
            throw refused("onemap.thin-ground", "layer", order.layer());
        return tasks.submit(TASK, ImportTask.params(order.with(chosen(order)), file));
    }

    private @Nullable String chosen(Order order) {
        try {
            return deliveries.chosenLayer(order.file(), order.name(), order.sourceLayer());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String write(LayerSchema given, Stream<Feature> features, Geometry coverage, Progress progress) {
        LayerEntry entry = layer(register, given.layer()).entry();
        LayerSchema schema = entry.schema();
        int[] order = order(schema, given);
        try (SnapshotWriter writer = SnapshotWriter.begin(
                store.folder(), schema, coverage, new SnapshotOrigin(false, given.layer()), entry.strictIntake())) {
            long done = 0;
            for (Iterator<Feature> all = features.iterator(); all.hasNext(); ) {
                writer.add(order == null ? all.next() : reordered(all.next(), order));
                progress.at(++done);
            }
            return writer.finish();
        }
    }

    /** For each field of the register its place in what is given, or -1; null when they are the same. */
    private static int @Nullable [] order(LayerSchema schema, LayerSchema given) {
        List<String> codes = schema.fields().stream().map(Field::code).toList();
        if (codes.equals(given.fields().stream().map(Field::code).toList())) return null;
        return codes.stream().mapToInt(given::indexOf).toArray();
    }

    private static Feature reordered(Feature feature, int[] order) {
        @Nullable Object[] values = new Object[order.length];
        for (int i = 0; i < order.length; i++)
            if (order[i] >= 0) values[i] = feature.values().get(order[i]);
        return new Feature(feature.geometry(), Arrays.asList(values));
    }

    @Override
    public Releases.Released importFeatures(
            LayerSchema given,
            Stream<Feature> features,
            Geometry coverage,
            LocalDate inForceFrom,
            String source,
            boolean invented) {
        String hash = write(given, features, coverage, Progress.SILENT);
        return releases.release(new ReleaseRequest.Release(given.layer(), hash, inForceFrom, source, invented));
    }

    static RegisteredLayer layer(RegisterFile register, String code) {
        return register.find(code).orElseThrow(() -> refused("onemap.unknown-layer", "layer", code));
    }

    static InputRefused refused(String code, Object... args) {
        return new InputRefused(Problem.refused(code, Problem.Place.UNKNOWN, args));
    }
}
