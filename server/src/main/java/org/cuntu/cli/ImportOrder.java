package org.cuntu.cli;

import org.jspecify.annotations.Nullable;

/**
 * What is to be imported as which layer.
 *
 * @param layer code in the city's register
 * @param inForceFrom ISO date; null: today
 * @param source in words; empty: the file's name
 * @param crs the system that the user stated; null: the file says it
 * @param ground what the file answers for ({@link org.cuntu.core.onemap.LayerImport.Order}); null: its features' ground
 * @param sourceLayer which layer of a file that holds several; null: the only one
 * @param correction a better text of the version with this in-force-from
 * @param invented whether the data is invented
 * @param language zh or en
 */
record ImportOrder(
        String layer,
        @Nullable String inForceFrom,
        String source,
        @Nullable String crs,
        @Nullable String ground,
        @Nullable String sourceLayer,
        boolean correction,
        boolean invented,
        String language) {}
