package org.cuntu.engine.overlay;

import java.util.concurrent.ConcurrentHashMap;
import org.cuntu.engine.layer.HeapShapes;
import org.cuntu.engine.layer.MappedSnapshot;
import org.cuntu.engine.layer.Shapes;
import org.cuntu.engine.layer.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * The shapes of a snapshot as the overlay reads them: where they lie in its mapped file, with a tree, made once, for each of the few
 * that are very large. Thread safe; good for as long as the snapshot is open.
 */
public final class LayerShapes {
    private final Snapshot snapshot;
    private final @Nullable Shapes mapped;
    private final ConcurrentHashMap<Integer, GroupTree> trees = new ConcurrentHashMap<>();

    private LayerShapes(Snapshot snapshot) {
        this.snapshot = snapshot;
        mapped = snapshot instanceof MappedSnapshot file ? file.shapes() : null;
    }

    public static LayerShapes of(Snapshot snapshot) {
        return new LayerShapes(snapshot);
    }

    public FlatShape feature(int feature) {
        if (mapped == null) return FlatShape.of(HeapShapes.of(snapshot.geometry(feature)), 0);
        return located(mapped, feature);
    }

    /** The snapshot's coverage polygon. */
    public FlatShape coverage() {
        if (mapped == null) return FlatShape.of(HeapShapes.of(snapshot.coverage()), 0);
        return located(mapped, snapshot.size());
    }

    private FlatShape located(Shapes shapes, int shape) {
        if (!GroupTree.pays(shapes, shape)) return new FlatShape(shapes, shape, null);
        return new FlatShape(shapes, shape, trees.computeIfAbsent(shape, at -> GroupTree.of(shapes, at)));
    }
}
