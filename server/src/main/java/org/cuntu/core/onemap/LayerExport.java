package org.cuntu.core.onemap;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cuntu.platform.formats.FileFormat;
import org.cuntu.platform.tasks.TaskId;
import org.jspecify.annotations.Nullable;

/**
 * Takes a layer, or those of its features that are asked for, away as a file. One proof entry an export, with features, area
 * and the file's hash, and one a download. Thread safe.
 */
public interface LayerExport {
    /** The kind of task of {@link #submit}. */
    String TASK = "onemap.export";

    /**
     * What is wanted.
     *
     * @param layer the register's code
     * @param asOf T; null: today
     * @param known K, an instant or a date; null: all that is known
     * @param crs the system that is written; null: EPSG:4490
     * @param where {@code FIELD=VALUE}, all of which must hold; of one field any; {@code VALUE*} what begins so
     * @param within SHA-256 of a kept file with a site: features that share ground with it, uncut; null: everywhere
     * @param withinName the name of that file as the user knows it
     * @param withinCrs the system of that file when it does not say
     * @param box west, south, east, north, degrees; null: everywhere
     */
    record Order(
            String layer,
            FileFormat format,
            @Nullable LocalDate asOf,
            @Nullable String known,
            @Nullable String crs,
            List<String> where,
            @Nullable String within,
            @Nullable String withinName,
            @Nullable String withinCrs,
            double @Nullable [] box) {
        public Order {
            where = List.copyOf(where);
        }
    }

    /**
     * A finished export.
     *
     * @param name for whoever saves it
     */
    record ExportFile(Path path, String name, String mediaType, String layer) {}

    /**
     * Asks for an export, as a task with progress that can be cancelled; the version is resolved now.
     *
     * @throws org.cuntu.engine.problem.InputRefused when the layer has no version then, or a condition cannot be read
     * @throws org.cuntu.platform.http.ProblemAnswer 404 for a layer that whoever asks does not see
     */
    TaskId submit(Order order);

    /** The file of an export that has ended well; empty for another task, and when it was cleared away after a day. */
    Optional<ExportFile> find(TaskId task);
}
