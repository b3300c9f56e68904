package org.cuntu.core.onemap;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.cuntu.engine.layer.Feature;
import org.cuntu.engine.layer.LayerSchema;
import org.cuntu.platform.tasks.TaskId;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Brings data into a layer: a snapshot file first, then its release (contracts 8). Thread safe. */
public interface LayerImport {
    /** The kind of task of {@link #submit}. */
    String TASK = "onemap.import";

    /** Hears how far writing is, in features. */
    interface Progress {
        Progress SILENT = done -> {};

        void at(long done);
    }

    /**
     * What to import of a kept file.
     *
     * @param file SHA-256 of a file of {@link org.cuntu.platform.files.Files}
     * @param name the file's name as the user knows it
     * @param layer the register's code
     * @param inForceFrom first day in force
     * @param source where the data came from, in words
     * @param crs the file's system when the file does not say; null: the file says
     * @param ground what the file answers for: {@code features} (what its features cover), {@code city} (the ground of the
     *     townships in force) or a division's code; null: the features' of a layer without gaps, else it is refused,
     *     because ground without a feature will be answered "none here"
     * @param correction a better text of the version with this in-force-from
     * @param invented whether the data is invented
     * @param sourceLayer which layer of a file that holds several, by its own name; null: the only one
     */
    record Order(
            String file,
            String name,
            String layer,
            LocalDate inForceFrom,
            String source,
            @Nullable String crs,
            @Nullable String ground,
            boolean correction,
            boolean invented,
            @Nullable String sourceLayer) {
        /** The same of another layer of the file. */
        public Order with(@Nullable String otherSourceLayer) {
            return new Order(
                    file, name, layer, inForceFrom, source, crs, ground, correction, invented, otherSourceLayer);
        }

        /** Of a file that holds one layer. */
        public Order(
                String file,
                String name,
                String layer,
                LocalDate inForceFrom,
                String source,
                @Nullable String crs,
                @Nullable String ground,
                boolean correction,
                boolean invented) {
            this(file, name, layer, inForceFrom, source, crs, ground, correction, invented, null);
        }
    }

    /**
     * Asks for an import, as a task with progress that can be cancelled.
     *
     * @throws org.cuntu.engine.problem.InputRefused when the layer or the file is not known, or the ground is missing
     */
    TaskId submit(Order order);

    /**
     * Writes a snapshot file; it has no row yet.
     *
     * @param given how the features' values are ordered; fields that the register does not have are left out
     * @param coverage EPSG:4490
     * @return the hash
     */
    String write(LayerSchema given, Stream<Feature> features, Geometry coverage, Progress progress);

    /** As {@link #write}, then releases it at once. */
    Releases.Released importFeatures(
            LayerSchema given,
            Stream<Feature> features,
            Geometry coverage,
            LocalDate inForceFrom,
            String source,
            boolean invented);
}
