package org.cuntu.core.onemap;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.cuntu.engine.format.FileLayers;
import org.cuntu.engine.layer.Feature;
import org.cuntu.engine.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Reads kept files as the register has their layer: its fields, EPSG:4490 (汇交件). Thread safe. */
public interface LayerDeliveries {
    /** A file opened for reading; only one feature is held at a time. For one thread; may be read more than once. */
    interface Delivery extends AutoCloseable {
        /** The number of features. */
        long size();

        /** Name of the system that the file is in, for example {@code EPSG:4525}. */
        String crs();

        /** What reading and mapping found and let pass, so far. */
        List<Problem> warnings();

        /**
         * Gives every feature in the order of the file, as it was drawn: shapes are not judged here.
         *
         * @throws org.cuntu.engine.problem.InputRefused with all problems together, when mandatory fields are missing, values
         *     are not of the register's types, or features cannot be read; the caller drops what it has taken
         */
        void forEach(Consumer<Feature> taker);

        @Override
        void close();
    }

    /**
     * What of a kept file is read.
     *
     * @param file SHA-256 of a kept file
     * @param name the file's name as the user knows it
     * @param crs the file's system when the file does not say; null: the file says
     * @param sourceLayer which layer of a file that holds several, by its own name; null: the only one
     */
    record Source(
            String file,
            String name,
            @Nullable String crs,
            @Nullable String sourceLayer) {}

    /**
     * @param layer the register's code
     * @param pulse called every moment while another program works on the file; what it throws ends that program and the
     *     opening
     * @throws org.cuntu.engine.problem.InputRefused with all problems that are seen without reading the features; also when
     *     there is no feature
     */
    Delivery open(String layer, Source source, Runnable pulse) throws IOException;

    /**
     * As {@link #open(String, Source, Runnable)}, of a layer that a delivery brings beside one of the register: its fields by their
     * codes in any case of letters, none of them mandatory.
     */
    Delivery openBeside(LayerEntry layer, Source source, Runnable pulse) throws IOException;

    /**
     * Which layers a kept file holds, for somebody to choose.
     *
     * @param file SHA-256 of a kept file
     * @param layer the register's code: of a drawing only what could be its features is told
     * @throws org.cuntu.engine.problem.InputRefused when the file is of no kind that is read, or damaged
     */
    FileLayers layers(String layer, String file, String name) throws IOException;

    /**
     * The layer that is to be read of a kept file as the file writes it; null when none is to be named. A file that is damaged
     * is not judged here, nor is a drawing.
     *
     * @throws org.cuntu.engine.problem.InputRefused {@code format.layer-needed} or {@code format.layer-unknown}
     */
    @Nullable
    String chosenLayer(String file, String name, @Nullable String wanted) throws IOException;

    /**
     * The city's ground, or a division's, by the townships in force at a date.
     *
     * @param ground {@code city} or a division's significant digits
     * @throws org.cuntu.engine.problem.InputRefused when there are none, or none of that division
     */
    Geometry ground(String ground, LocalDate date);

    /** The same by what was known at K. @param known null: all that is known */
    Geometry ground(String ground, LocalDate date, @Nullable String known);

    /** What the features of a delivery cover; reads them all. */
    Geometry ground(Delivery delivery);
}
