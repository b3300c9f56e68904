package org.cuntu.business.planning.internal;

import java.io.IOException;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cuntu.business.planning.PlanDeliveries.Given;
import org.cuntu.business.planning.PlanScheme.MapLayer;
import org.cuntu.business.planning.PlanScheme.Replaces;
import org.cuntu.core.onemap.LayerDeliveries;
import org.cuntu.core.onemap.LayerImport;
import org.cuntu.engine.layer.Feature;
import org.cuntu.engine.layer.LayerSchema;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotOrigin;
import org.cuntu.engine.layer.SnapshotWriter;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.Home;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.springframework.stereotype.Component;

/**
 * Snapshots of a plan's map: its own features, those that they replace, and the layer's new version, in which every other feature
 * is the same to the last bit. What fails leaves nothing; a file without a row is removed later.
 */
@Component
class PlanMaps {
    private final LayerDeliveries deliveries;
    private final LayerImport writing;
    private final OwnLayerFiles ownLayers;
    private final Home home;

    PlanMaps(LayerDeliveries deliveries, LayerImport writing, OwnLayerFiles ownLayers, Home home) {
        this.deliveries = deliveries;
        this.writing = writing;
        this.ownLayers = ownLayers;
        this.home = home;
    }

    /** Hears how many features are read. */
    interface Watch {
        void read(long features);
    }

    /**
     * The file's features as a snapshot of their own.
     *
     * @param ground of the plan's division: what the snapshot answers for
     * @return its hash
     */
    String own(MapLayer layer, Given file, Geometry ground, boolean invented, Collection<Problem> notes, Watch watch)
            throws IOException {
        LayerDeliveries.Source source = new LayerDeliveries.Source(file.sha256(), file.name(), file.crs(), null);
        boolean registered = layer.replaces() != Replaces.NOTHING;
        try (LayerDeliveries.Delivery delivery = registered
                ? deliveries.open(layer.layer(), source, () -> watch.read(0))
                : ownLayers.open(layer.schema(), source)) {
            String hash = write(layer.schema(), ground, invented, file.name(), writer -> {
                long[] read = {0};
                delivery.forEach(feature -> {
                    writer.add(feature);
                    if (++read[0] % 500 == 0) watch.read(read[0]);
                });
            });
            notes.addAll(delivery.warnings());
            return hash;
        }
    }

    /** Those of a layer's features that the plan's own take the place of, as a snapshot; its hash, or null when there are none. */
    @Nullable
    String replaced(MapLayer layer, Snapshot base, Set<String> units, Geometry ground) {
        int[] gone = gone(layer, base, units, ground);
        if (gone.length == 0) return null;
        return write(layer.schema(), ground, false, "", writer -> {
            for (int i : gone) writer.add(LineCandidates.feature(base, i));
        });
    }

    /** The layer's new version: the features that are not replaced, and the plan's own. */
    String candidate(MapLayer layer, @Nullable Snapshot base, Snapshot own, Set<String> units, Geometry ground) {
        Set<Integer> gone = new TreeSet<>();
        if (base != null) for (int i : gone(layer, base, units, ground)) gone.add(i);
        Stream<Feature> kept = base == null
                ? Stream.empty()
                : IntStream.range(0, base.size())
                        .filter(i -> !gone.contains(i))
                        .mapToObj(i -> LineCandidates.feature(base, i));
        Stream<Feature> come = IntStream.range(0, own.size()).mapToObj(i -> LineCandidates.feature(own, i));
        Geometry coverage = base == null ? ground : base.coverage();
        return writing.write(layer.schema(), Stream.concat(kept, come), coverage, LayerImport.Progress.SILENT);
    }

    private static int[] gone(MapLayer layer, Snapshot base, Set<String> units, Geometry ground) {
        return switch (layer.replaces()) {
            case NOTHING -> new int[0];
            case UNITS ->
                IntStream.range(0, base.size())
                        .filter(i -> units.contains(unit(layer, base, i)))
                        .toArray();
            case DIVISION -> {
                PreparedGeometry inside = PreparedGeometryFactory.prepare(ground);
                yield IntStream.range(0, base.size())
                        .filter(i -> inside.covers(base.geometry(i).getInteriorPoint()))
                        .toArray();
            }
        };
    }

    /** The planning units of a snapshot's features. */
    static Set<String> units(MapLayer layer, Snapshot snapshot) {
        Set<String> units = new TreeSet<>();
        if (layer.unit() != null) for (int i = 0; i < snapshot.size(); i++) units.add(unit(layer, snapshot, i));
        return units;
    }

    static String unit(MapLayer layer, Snapshot snapshot, int feature) {
        return layer.unit() == null ? "" : text(snapshot.value(feature, layer.unit()));
    }

    static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private String write(
            LayerSchema schema, Geometry ground, boolean invented, String source, Consumer<SnapshotWriter> features) {
        try (SnapshotWriter writer =
                SnapshotWriter.begin(home.snapshots(), schema, ground, new SnapshotOrigin(invented, source))) {
            features.accept(writer);
            return writer.finish();
        }
    }

    /** The ground of a division, or of the city. @param significant digits */
    Geometry ground(String significant, String citySignificant, java.time.LocalDate day) {
        return deliveries.ground(significant.equals(citySignificant) ? "city" : significant, day);
    }
}
