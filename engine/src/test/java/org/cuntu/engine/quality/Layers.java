package org.cuntu.engine.quality;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cuntu.engine.layer.Feature;
import org.cuntu.engine.layer.FolderSnapshotStore;
import org.cuntu.engine.layer.Ground;
import org.cuntu.engine.layer.HeapShapes;
import org.cuntu.engine.layer.Intake;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotWriter;
import org.cuntu.engine.matrix.Effort;
import org.cuntu.engine.matrix.Watch;
import org.locationtech.jts.geom.Geometry;

/** Layers of a test in a folder of its own, and what a sweep says of them. */
final class Layers implements AutoCloseable {
    static final Effort ALONE = new Effort(1, Watch.NONE);

    private final Path folder;
    private final FolderSnapshotStore store;

    Layers(Path folder) {
        this.folder = folder;
        store = new FolderSnapshotStore(folder);
    }

    Snapshot of(Geometry coverage, Geometry... shapes) {
        List<Feature> features = new ArrayList<>();
        for (int i = 0; i < shapes.length; i++) features.add(Ground.patch(shapes[i], "P" + i, "0101", i));
        return of(coverage, features);
    }

    Snapshot of(Geometry coverage, Iterable<Feature> features) {
        String hash =
                SnapshotWriter.write(folder, Ground.PATCHES, coverage, Ground.INVENTED, Intake.AS_DELIVERED, features);
        return store.open(hash).snapshot();
    }

    static List<TopologyFinding> sweep(Snapshot layer, TopologyCheck... checks) {
        return sweep(layer, ALONE, checks);
    }

    static List<TopologyFinding> sweep(Snapshot layer, Effort effort, TopologyCheck... checks) {
        List<TopologyFinding> found = new ArrayList<>();
        TopologySweep.run(layer, List.of(checks), effort, found::add);
        return found;
    }

    /** The identifier of a finding's feature. */
    static String name(Snapshot layer, int feature) {
        return String.valueOf(layer.value(feature, "BSM"));
    }

    /** F of ground that JTS or the test has made. */
    static double area(Geometry ground) {
        return HeapShapes.of(ground).integral(0);
    }

    @Override
    public void close() {
        store.close();
    }
}
