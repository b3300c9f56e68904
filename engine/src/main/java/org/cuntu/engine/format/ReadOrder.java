package org.cuntu.engine.format;

import org.cuntu.engine.geometry.Crs;
import org.jspecify.annotations.Nullable;

/**
 * How a file is to be read.
 *
 * @param stated the system that the user stated; null when none
 * @param layer which layer of a file that holds several, by its own name; null: the only one
 * @param keepsEmpty whether a feature without geometry is given as an empty polygon and counted in a warning, instead of
 *     being refused
 */
public record ReadOrder(@Nullable Crs stated, @Nullable String layer, boolean keepsEmpty) {
    /** The only layer, in the system that the file says; every feature has its geometry. */
    public static final ReadOrder PLAIN = new ReadOrder(null, null, false);

    public static ReadOrder stated(@Nullable Crs crs) {
        return new ReadOrder(crs, null, false);
    }
}
