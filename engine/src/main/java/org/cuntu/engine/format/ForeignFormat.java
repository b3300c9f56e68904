package org.cuntu.engine.format;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads kinds of files that need more than this library: a database driver or another program. Found by
 * {@link java.util.ServiceLoader}, so that a site and a layer are read alike wherever the module is there, and refused
 * with their kind's name where it is not. Thread safe.
 */
public interface ForeignFormat {
    /** What this library can tell but not read. */
    enum Kind {
        GEOPACKAGE("GeoPackage"),
        /** A folder of tables, as ESRI's File Geodatabase has them. */
        FILE_GEODATABASE("FileGDB"),
        DXF("DXF");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    boolean reads(Kind kind);

    /**
     * Opens one layer.
     *
     * @param file the file, or for a geodatabase its folder, unpacked within the limits
     * @param fileName the name that the user knows, for messages
     * @param layer by its own name; null: the only one
     * @param workFolder for what is made on the way; closing the table removes it
     * @param pulse called every moment while another program works; when it throws, that program is ended and nothing is left
     * @throws org.cuntu.engine.problem.InputRefused when the file is damaged, or holds several layers and none is named
     */
    FeatureTable open(Kind kind, Path file, String fileName, @Nullable String layer, Path workFolder, Runnable pulse);

    /**
     * The layers of a file, in its order; of a drawing none: {@link FeatureTable#layerField}.
     *
     * @throws org.cuntu.engine.problem.InputRefused when the file is damaged
     */
    List<SourceLayer> layers(Kind kind, Path file, String fileName, Path workFolder);
}
