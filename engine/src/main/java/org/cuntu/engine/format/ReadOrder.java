package org.cuntu.engine.format;

import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.layer.Dimension;
import org.jspecify.annotations.Nullable;

/**
 * How a file is to be read.
 *
 * @param stated the system that the user stated; null when none
 * @param layer which layer of a file that holds several, by its own name; null: the only one
 * @param keepsEmpty whether a feature without geometry is given as an empty polygon and counted in a warning, instead of
 *     being refused
 * @param dimension what features are to be made of; of another kind they are refused
 * @param pulse called every moment while another program works on the file; what it throws ends that program and the opening
 */
public record ReadOrder(
        @Nullable Crs stated, @Nullable String layer, boolean keepsEmpty, Dimension dimension, Runnable pulse) {
    private static final Runnable PATIENT = () -> {};

    /** The only layer, in the system that the file says; every feature is an area. */
    public static final ReadOrder PLAIN = new ReadOrder(null, null, false);

    /** Of areas. */
    public ReadOrder(@Nullable Crs stated, @Nullable String layer, boolean keepsEmpty) {
        this(stated, layer, keepsEmpty, Dimension.AREA, PATIENT);
    }

    public static ReadOrder stated(@Nullable Crs crs) {
        return new ReadOrder(crs, null, false);
    }
}
