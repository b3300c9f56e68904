package org.cuntu.engine.format;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.layer.Field;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A layer of a file opened for reading as a stream; only one feature is held at a time. Shapefile (bare or zipped),
 * GeoJSON (also a feature a line), FlatGeobuf and separated values are read here, what {@link ForeignFormat} names by
 * other modules. Curves are stroked, heights and measures dropped, and both are warned of, by one rule for all formats.
 * Opening finds out fields, system, encoding and count. Not thread safe; may be read more than once; close it to remove
 * what was unpacked.
 */
public interface FeatureReader extends AutoCloseable {
    /**
     * @param file where the content lies
     * @param fileName the name that the user knows, for messages
     * @param stated the system that the user stated; null when none
     * @param workFolder where an archive is unpacked, for the time of reading, under names of our own
     * @throws InputRefused with all problems that are seen without reading the features
     */
    static FeatureReader open(Path file, String fileName, @Nullable Crs stated, InputLimits limits, Path workFolder) {
        return open(file, fileName, limits, workFolder, ReadOrder.stated(stated));
    }

    /**
     * As above, with a layer's name or with features that have no geometry.
     *
     * @param file the file, or the folder of a geodatabase
     */
    static FeatureReader open(Path file, String fileName, InputLimits limits, Path workFolder, ReadOrder order) {
        InputSource source = InputSource.of(fileName, file);
        return new LocatedFeatures(FeatureReaders.open(source, order, limits, workFolder), fileName);
    }

    /** The source's own fields; zh and en are the source's field name. */
    List<Field> schema();

    Crs crs();

    /** The number of features. */
    long size();

    /** What reading found and let pass, so far. */
    List<Problem> warnings();

    /**
     * Gives every feature in the order of the file.
     *
     * @throws InputRefused at the end, with all problems, when features could not be read; those were not given, so the
     *     caller drops what it has taken
     */
    void forEach(Consumer<SourceFeature> consumer);

    @Override
    void close();
}
